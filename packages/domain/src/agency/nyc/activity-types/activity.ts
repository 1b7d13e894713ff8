import type { ActivityType, DocumentNeed } from "../../../activity/activity-type.ts";
import { noCedsCode } from "../../../activity/ceds-code.ts";
import { longStanding } from "../../../reference/long-standing.ts";
import type { Source } from "../../../reference/source.ts";
import type { Stated } from "../../../reference/sourced.ts";
import type { ActivityTypeId } from "../../../shared/id.ts";
import { awarenessMemo, officePage, schoolGrid, workingPapersPage } from "../sources.ts";

type Row = Omit<ActivityType, "id" | "label" | "aliases" | "from" | "to" | keyof Source | "documents" | "ceds"> &
  Partial<Pick<ActivityType, "aliases" | "documents" | "ceds">> & { source?: Source };

/** A row of the city's catalogue, which says itself what it does not share with most. */
export const activity = (word: string, { source = officePage, ...row }: Row): ActivityType => ({
  id: `act_${word}` as ActivityTypeId,
  label: row.title.en,
  aliases: [],
  documents: [],
  ceds: noCedsCode,
  from: longStanding,
  ...source,
  ...row,
});

/**
 * What somebody states.
 *
 * @example
 * stated({ authority: "editorial" }, "awareness").value // "awareness"
 */
export const stated = <const Value>(source: Source, value: Value): Stated<Value> => ({ ...source, value });

const documents = {
  "sign-off-sheet": { en: "Sign-off sheet of the firms that students talked with", es: "Hoja firmada por las empresas con las que hablaron los estudiantes" },
  "proof-of-participation": { en: "Proof of participation", es: "Constancia de participación" },
  reflection: { en: "Students' reflections", es: "Reflexiones de los estudiantes" },
  "working-papers": { en: "Working papers of everybody under 18", es: "Permisos de trabajo de los menores de 18 años" },
  "training-certificate": { en: "Certificate of training from an approved sponsor", es: "Certificado de capacitación de un patrocinador aprobado" },
} as const;
const need = (id: keyof typeof documents, neededFor: DocumentNeed["neededFor"]): DocumentNeed => ({ id, label: documents[id], neededFor });

/** The papers that the sources name. */
export const papers = {
  signOffSheet: stated(awarenessMemo, need("sign-off-sheet", "awarenessCap")),
  proofOfParticipation: stated(awarenessMemo, need("proof-of-participation", "awarenessCap")),
  reflection: stated(awarenessMemo, need("reflection", "awarenessCap")),
  fairReflection: stated(schoolGrid, need("reflection", "awarenessCap")),
  workingPapers: stated(workingPapersPage, need("working-papers", "takingPart")),
  trainingCertificate: stated(
    {
      authority: "state_guidance",
      citation: "Continuing Teacher and Leader Education, NYSED Office of Higher Education",
      url: "https://www.highered.nysed.gov",
      retrievedOn: "2026-11-01",
      confidence: "verified",
    },
    need("training-certificate", "teacherTrainingCredit"),
  ),
} as const;
