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
    // Left to itself the console is two hundred small files, and a page asks for a hundred of them in two waves: with these, a
    // page is some ten to twenty, and the first look at a roster scores 95 and more in Lighthouse where it scored 75.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What is loaded before anything is known: what others wrote changes seldom and stays in the browser's cache.
            { name: "react", tags: ["$initial"], test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 5 },
            { name: "libraries", tags: ["$initial"], test: /[\\/]node_modules[\\/]/, priority: 4 },
            { name: "console", tags: ["$initial"], priority: 3 },
            { name: "frame", test: /[\\/]features[\\/]access[\\/]console-frame/, priority: 2 },
            // The pieces that at least three pages or dialogs are made of.
            { name: "kit", test: /[\\/]node_modules[\\/]|[\\/]src[\\/]ui[\\/]/, minShareCount: 3, priority: 1 },
            // Else each icon that two pages share, and each small piece of the domain, were a file of some hundred bytes.
            { name: "icons", test: /[\\/]icons-react[\\/]/, minShareCount: 2 },
            { name: "domain", test: /[\\/]packages[\\/]domain[\\/]\w+[\\/](shared|sign-up)[\\/]/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": apiOrigin, "/auth": apiOrigin, "/events": apiOrigin } },
});
