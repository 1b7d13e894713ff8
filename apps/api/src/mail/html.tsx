import { WebAddress } from "@cte-partnerships/domain";
import type { MailWords } from "./words.ts";

const colours = { text: "#1b1b1b", quiet: "#4a4a4a", line: "#c9c9c9", link: "#0b4f8a", paper: "#ffffff" } as const;
const font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** A mail's words as HTML: one column, no picture, nothing loaded, readable where styles are taken away. Everything is escaped. */
export function mailHtml(words: MailWords): string {
  return `<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{words.subject}</title>
      </head>
      <body style={`margin:0;padding:24px 16px;background:${colours.paper};color:${colours.text};${font};font-size:16px;line-height:1.5`}>
        <main style="max-width:36rem;margin:0 auto">
          <h1 style="margin:0 0 16px;font-size:24px;line-height:1.25">{words.heading}</h1>
          <p style="margin:0 0 16px">{words.greeting}</p>
          {words.paragraphs.map((paragraph) => (
            <p style="margin:0 0 16px">
              <Linked text={paragraph} />
            </p>
          ))}
          {words.written.map((paragraph) => (
            <p style="margin:0 0 16px">
              {paragraph.split("\n").map((line, index) => (
                <>
                  {index > 0 && <br />}
                  <Written text={line} />
                </>
              ))}
            </p>
          ))}
          <dl style={`margin:0 0 24px;padding:16px 0 8px;border-top:1px solid ${colours.line};border-bottom:1px solid ${colours.line}`}>
            {words.facts.map(({ term, text }) => (
              <>
                <dt style={`margin:0;font-size:14px;color:${colours.quiet}`}>{term}</dt>
                <dd style="margin:0 0 8px">{text}</dd>
              </>
            ))}
          </dl>
          <p style="margin:0 0 24px">
            <a href={words.link.url} style={`display:inline-block;padding:12px 0;color:${colours.link};font-weight:600`}>
              {words.link.label}
            </a>
          </p>
          {words.closing.map((line) => (
            <p style={`margin:0 0 8px;font-size:14px;color:${colours.quiet}`}>{line}</p>
          ))}
        </main>
      </body>
    </html>
  )}`;
}

// Not what ends a sentence: "see https://example.org." has its full stop outside.
const writtenAddress = /(https:\/\/[^\s<>"]*[^\s<>".,;:!?)'\]])/;

/** What somebody wrote: an address becomes a link if it is one of https, without a user name that makes one site look like another. */
function Written({ text }: { text: string }) {
  return (
    <>
      {text.split(writtenAddress).map((part, index) => {
        const web = index % 2 === 1 ? WebAddress.safeParse(part) : undefined;
        if (!web?.success) return part;
        return (
          <a href={web.data} style={`color:${colours.link}`}>
            {part}
          </a>
        );
      })}
    </>
  );
}

const address = /(https?:\/\/[^\s<>"]+)/;

/** Text with its web addresses as links. Only http and https are recognised, so no other scheme becomes one. */
function Linked({ text }: { text: string }) {
  return (
    <>
      {text.split(address).map((part, index) =>
        index % 2 === 1 ? (
          <a href={part} style={`color:${colours.link}`}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
