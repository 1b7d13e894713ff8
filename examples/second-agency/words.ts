import type { Words } from "@cte-partnerships/domain/rule";

/** What the rules of this agency say, in the languages of its people. Codes that are not here are shown as they are. */
export const words = {
  council_kind: { en: "The council is: {kind}.", es: "El consejo es: {kind}." },
  council_in_place_of: {
    met: { en: "A regional council of an approved partnership serves in its place.", es: "Lo sustituye un consejo regional de una alianza aprobada." },
    unmet: { en: "The partnership of the regional council is not approved.", es: "La alianza del consejo regional no está aprobada." },
  },
  council_has_members: { en: "Members with expertise: {have}.", es: "Miembros con experiencia: {have}." },
  council_of_the_public: { en: "Members who are not of the public: {have}.", es: "Miembros que no son del público: {have}." },
  council_with_expertise: { en: "Members without expertise in the field: {have}.", es: "Miembros sin experiencia en el campo: {have}." },
  council_advises: {
    met: { en: "Advises the {whom}.", es: "Asesora: {whom}." },
    unmet: { en: "Does not advise the {whom}.", es: "No asesora: {whom}." },
  },
  council_unpaid: { en: "Members who are paid: {have}.", es: "Miembros con paga: {have}." },
  council_approved: {
    met: { en: "The council approved the competencies.", es: "El consejo aprobó las competencias." },
    unmet: { en: "The council has not approved the competencies.", es: "El consejo no ha aprobado las competencias." },
  },
  council_meetings: { en: "Meetings held: {have} of {need}.", es: "Reuniones celebradas: {have} de {need}." },
  "fact:local-council.councilKind": { en: "whose council it is", es: "de quién es el consejo" },
  "fact:local-council.members.isPaid": { en: "whether the member is paid", es: "si el miembro recibe paga" },
} as const satisfies Words;
