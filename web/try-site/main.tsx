import "../styles/all.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "../api/queries.ts";
import { applyTheme, storedTheme } from "../app/theme.ts";
import { ThemeSwitch } from "../app/theme-switch.tsx";
import { Wordmark } from "../app/wordmark.tsx";
import { HelpPage } from "../pages/help/help.tsx";
import { TryPage } from "../pages/try/try.tsx";

/** The coder's page on its own: no service behind it. */
const root = createRootRoute({
  component: () => (
    <>
      <header className="bar">
        <Wordmark />
        <nav aria-label="Pages">
          <a href="#/">Try it</a>
          <a href="#/help">Help</a>
        </nav>
        <ThemeSwitch />
      </header>
      <main id="main">
        <Outlet />
      </main>
    </>
  ),
});
const tryOut = createRoute({ getParentRoute: () => root, path: "/", component: TryPage });
const help = createRoute({ getParentRoute: () => root, path: "/help", component: HelpPage });
const router = createRouter({ routeTree: root.addChildren([tryOut, help]), history: createHashHistory() });

applyTheme(storedTheme());
const client = createQueryClient();
client.setQueryDefaults(["states"], { enabled: false });

const element = document.getElementById("root");
if (element === null) throw new Error("index.html has no #root");
createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>
  </StrictMode>,
);
