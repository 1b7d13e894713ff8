import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where the API answers while `vite` serves the console with hot reload. */
const apiOrigin = process.env.API_ORIGIN ?? "http://127.0.0.1:3000";

export default defineConfig({
  base: "/admin/",
  plugins: [tanstackRouter({ target: "react", autoCodeSplitting: true, quoteStyle: "double", semicolons: true }), react()],
  // One React, also for packages of the kit that use react-dom without naming it among their peers.
  resolve: { dedupe: ["react", "react-dom"] },
  build: {
    target: "es2023",
    // The content security policy forbids data: scripts and fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    sourcemap: false,
    reportCompressedSize: false,
  },
  server: { proxy: { "/api": apiOrigin, "/auth": apiOrigin, "/events": apiOrigin } },
});
