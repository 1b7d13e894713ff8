import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// A bound for waiting, not a pause: a busy machine may need longer than the second that is given by itself.
configure({ asyncUtilTimeout: 15_000 });

// What the kit asks of a browser and this one does not have.
Object.defineProperty(document, "fonts", { value: new EventTarget() });
window.scrollTo = () => {};
