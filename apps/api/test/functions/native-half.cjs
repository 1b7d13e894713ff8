// Stands in for the native half of Amazon's runtime interface client (rapid-client.node), with the same three functions: what
// C++ carries to the Runtime API there, Node's own HTTP client carries here. Required before the client itself.
const http = require("node:http");
const { registerHooks } = require("node:module");
const { pathToFileURL } = require("node:url");

const [hostname, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function ask(method, path, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const sent = http.request({ hostname, port, agent, method, path: `/2018-06-01/runtime/invocation/${path}`, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ bodyJson: text, headers: response.headers }));
    });
    sent.on("error", reject).end(body);
  });
}

/** The native half answers before it goes on. Here the next event is only asked for once the last answer was taken. */
let posted = Promise.resolve();
function post(path, body, headers) {
  posted = ask("POST", path, body, { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...headers });
}

module.exports = {
  next: () => posted.then(() => ask("GET", "next")),
  done: (id, body) => post(`${id}/response`, body),
  error: (id, body, cause) => post(`${id}/error`, body, { "lambda-runtime-function-xray-error-cause": cause }),
};

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "./rapid-client.node" ? { url: pathToFileURL(__filename).href, format: "commonjs", shortCircuit: true } : next(specifier, context),
});
