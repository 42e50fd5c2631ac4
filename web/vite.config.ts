import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The pages: built to dist/web, served by `entente serve`. `vite web` develops them against a running service. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
  },
  server: { proxy: { "/api": "http://127.0.0.1:4600" } },
});
