import type { Words } from "@cte-partnerships/domain/rule";

/** What the rules of this agency say, in the languages of its people. Codes that are not here are shown as they are. */
export const words = {
  council_kind_own: { en: "The program has a council of its own.", es: "El programa tiene un consejo propio." },
  council_kind_joint: { en: "The program has a joint council.", es: "El programa tiene un consejo conjunto." },
  council_kind_regional: { en: "A regional council advises the program.", es: "Un consejo regional asesora al programa." },
  council_kind_none: { en: "The program has no council.", es: "El programa no tiene consejo." },
  council_in_place_of: {
    met: { en: "A regional council of an approved partnership serves in its place.", es: "Lo sustituye un consejo regional de una alianza aprobada." },
    unmet: { en: "The partnership of the regional council is not approved.", es: "La alianza del consejo regional no está aprobada." },
  },
  council_has_members: { en: "Members with expertise: {have}.", es: "Miembros con conocimientos del campo: {have}." },
  council_of_the_public: { en: "Members who are not of the public: {have}.", es: "Miembros que no son de la comunidad: {have}." },
  council_with_expertise: { en: "Members without expertise in the field: {have}.", es: "Miembros sin conocimientos del campo: {have}." },
  council_advises_board: {
    met: { en: "It advises the board of directors.", es: "Asesora a la junta directiva." },
    unmet: { en: "It does not advise the board of directors.", es: "No asesora a la junta directiva." },
  },
  council_advises_administrators: {
    met: { en: "It advises the administrators.", es: "Asesora a los administradores." },
    unmet: { en: "It does not advise the administrators.", es: "No asesora a los administradores." },
  },
  council_advises_instructors: {
    met: { en: "It advises the instructors.", es: "Asesora a los instructores." },
    unmet: { en: "It does not advise the instructors.", es: "No asesora a los instructores." },
  },
  council_unpaid: { en: "Members who are paid: {have}.", es: "Miembros remunerados: {have}." },
  council_approved: {
    met: { en: "The council approved the competencies.", es: "El consejo aprobó las competencias." },
    unmet: { en: "The council has not approved the competencies.", es: "El consejo no ha aprobado las competencias." },
  },
  council_meetings: { en: "Meetings held: {have} of {need}.", es: "Reuniones celebradas: {have} de {need}." },
  "fact:local-council.councilKind": { en: "whose council it is", es: "de quién es el consejo" },
  "fact:local-council.members.isPaid": { en: "whether the member is paid", es: "si el miembro recibe remuneración" },
} as const satisfies Words;
