import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// What the kit asks of a browser and this one does not have.
Object.defineProperty(document, "fonts", { value: new EventTarget() });
window.scrollTo = () => {};
