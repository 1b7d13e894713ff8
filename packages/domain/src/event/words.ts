import type { Sentence, Words } from "../rule/explain.ts";

/** What a roster's refusals say: what is the case, and what to do. */
export const rosterRefusalWords = {
  pairing_lacks_interviews: {
    en: "The groups {groupIds} need {need} interviews, and there are {have} for them: {short} more are needed. Add interviewers or slots, or leave seats without.",
    es: "Los grupos {groupIds} necesitan {need} entrevistas y hay {have} para ellos: faltan {short}. Agregue entrevistadores o turnos, o deje lugares sin entrevista.",
  },
  pairing_plan_invalid: {
    en: "This timetable of interviews does not fit its roster. Look at what is marked, or make a new one.",
    es: "Este horario de entrevistas no corresponde a su lista. Revise lo marcado o haga uno nuevo.",
  },
  roster_full: {
    en: "The roster has {limit} already, and takes no more. Let somebody go first, or make a second roster.",
    es: "La lista ya tiene {limit} y no admite más. Quite a alguien primero o haga una segunda lista.",
  },
  roster_id_taken: {
    en: "There is {id} in the roster already. Choose another id.",
    es: "Ya hay un {id} en la lista. Elija otro identificador.",
  },
  roster_id_unknown: {
    en: "There is no {id} in the roster. Look at the roster as it stands now.",
    es: "En la lista no está {id}. Revise la lista tal como está ahora.",
  },
  roster_slot_over: {
    en: "The slot {id} is over, so it stays as it was.",
    es: "El turno {id} ya pasó, por lo que queda como estaba.",
  },
  rotation_lacks_slots: {
    en: "The groups {groupIds} need {need} slots and have {have}: {short} more are needed. Add slots, or ask for fewer speakers.",
    es: "Los grupos {groupIds} necesitan {need} turnos y tienen {have}: faltan {short}. Agregue turnos o pida menos oradores.",
  },
  rotation_lacks_speaker_slots: {
    en: "The groups {groupIds} need {need} speaker slots and there are {have} for them: {short} more are needed. Add speakers or slots, or ask for fewer speakers.",
    es: "Los grupos {groupIds} necesitan {need} turnos de oradores y hay {have} para ellos: faltan {short}. Agregue oradores o turnos, o pida menos oradores.",
  },
  rotation_lacks_speakers: {
    en: "The groups {groupIds} need {need} speakers and {have} can take them: {short} more are needed. Add speakers, make the groups smaller, or ask for fewer.",
    es: "Los grupos {groupIds} necesitan {need} oradores y solo {have} pueden recibirlos: faltan {short}. Agregue oradores, reduzca los grupos o pida menos oradores.",
  },
  rotation_not_found: {
    en: "No timetable was found in which {groupIds} see {need} speakers. Add speakers or slots, or ask for fewer speakers.",
    es: "No se encontró un horario en el que {groupIds} vean a {need} oradores. Agregue oradores o turnos, o pida menos oradores.",
  },
  rotation_plan_invalid: {
    en: "This timetable does not fit its roster. Look at what is marked, or make a new one.",
    es: "Este horario no corresponde a su lista. Revise lo marcado o haga uno nuevo.",
  },
} as const satisfies Readonly<Record<string, Sentence>>;

/** What is wrong with a timetable, for the place beside it. */
export const eventWords = {
  rotation_visit_unknown: { en: "{groupId}, {speakerId} or {slotId} is not in the roster.", es: "{groupId}, {speakerId} o {slotId} no está en la lista." },
  rotation_speaker_not_there: { en: "{speakerId} is not there in {slotId}.", es: "{speakerId} no está en {slotId}." },
  rotation_room_differs: { en: "{speakerId} is not in {roomId} in {slotId}.", es: "{speakerId} no está en {roomId} en {slotId}." },
  rotation_group_too_large: {
    en: "{groupId} has {have} students, and {speakerId} takes {most}.",
    es: "{groupId} tiene {have} estudiantes y {speakerId} admite {most}.",
  },
  rotation_group_in_two_places: { en: "{groupId} is in two places in {slotId}.", es: "{groupId} está en dos lugares en {slotId}." },
  rotation_seen_twice: { en: "{groupId} sees {speakerId} twice.", es: "{groupId} ve a {speakerId} dos veces." },
  rotation_speaker_overfull: {
    en: "{speakerId} has more than {most} groups in {slotId}.",
    es: "{speakerId} tiene más de {most} grupos en {slotId}.",
  },
  rotation_below_minimum: { en: "{groupId} sees {have} of {need} speakers.", es: "{groupId} ve a {have} de {need} oradores." },
  pairing_interview_unknown: {
    en: "{interviewerId}, {slotId} or seat {seat} of {groupId} is not in the roster.",
    es: "{interviewerId}, {slotId} o el lugar {seat} de {groupId} no está en la lista.",
  },
  pairing_interviewer_not_there: { en: "{interviewerId} is not there in {slotId}.", es: "{interviewerId} no está en {slotId}." },
  pairing_group_not_there: { en: "{groupId} is not there in {slotId}.", es: "{groupId} no está en {slotId}." },
  pairing_on_break: { en: "{interviewerId} has a break in {slotId}.", es: "{interviewerId} tiene un descanso en {slotId}." },
  pairing_conflict: { en: "{interviewerId} must not meet {groupId}.", es: "{interviewerId} no debe reunirse con {groupId}." },
  pairing_interviewer_twice: {
    en: "{interviewerId} has two interviews in {slotId}.",
    es: "{interviewerId} tiene dos entrevistas en {slotId}.",
  },
  pairing_seat_twice: { en: "Seat {seat} of {groupId} has two interviews.", es: "El lugar {seat} de {groupId} tiene dos entrevistas." },
  pairing_too_many: { en: "{interviewerId} has more than {most} interviews.", es: "{interviewerId} tiene más de {most} entrevistas." },
} as const satisfies Words;
