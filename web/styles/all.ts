/** The whole look, in the order in which it is laid on. */
import "@fontsource-variable/source-sans-3/index.css";
import "@fontsource-variable/source-serif-4/index.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./tokens.css";
import "./base.css";
import "./shell.css";
import "./parts.css";
import "./overview.css";
import "./relation.css";
import "./incident.css";
import "./document.css";
import "./read.css";
import "./brief.css";
import "./alerts.css";
import "./overlays.css";
import "./try.css";
import "./readouts.css";
