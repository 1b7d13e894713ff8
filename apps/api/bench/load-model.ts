// What 1, 10 and 100 districts and an announced opening ask of AWS. Arithmetic alone: what it stands on is in rig/load-model/assumptions.ts.
import { loadModel } from "./rig/load-model/tables.ts";

console.log(loadModel());
