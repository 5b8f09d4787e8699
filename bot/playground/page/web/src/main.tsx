import "./tokens.css";
import { render } from "preact";
import { Page } from "./shell/Page";
import { wearScheme } from "./shell/TopBar";
import { take } from "./store";

wearScheme();
const first = document.getElementById("first")?.textContent ?? "";
// The server puts the first parts into the page itself, so that it is there at once.
if (first.startsWith("{")) take(JSON.parse(first));
render(<Page />, document.getElementById("page")!);
