import type { Words } from "../rule/explain.ts";

/** What an activity's hours and length are told with. */
export const activityWords = {
  "subject:activity-hours": { en: "What do the hours of an activity count as?", es: "¿Para qué cuentan las horas de una actividad?" },

  "rule:activity-hours.state-hour-credit": { en: "Its hours count for the state", es: "Sus horas cuentan para el estado" },
  "rule:activity-hours.awareness-cap": {
    en: "Its hours count within the state's allowance for career awareness",
    es: "Sus horas cuentan dentro del límite estatal para el conocimiento de profesiones",
  },
  "rule:activity-hours.federal-work-based-learning": {
    en: "It is work-based learning in federal law",
    es: "Es aprendizaje basado en el trabajo según la ley federal",
  },
  "fact:activity-hours.activityTypeId": { en: "activity type", es: "tipo de actividad" },
  "fact:activity-hours.isSupervisedByStaff": {
    en: "whether the school's staff plan and supervise it",
    es: "si el personal de la escuela la planifica y supervisa",
  },
  "fact:activity-hours.isRegistered": { en: "whether it is part of a registered program", es: "si forma parte de un programa registrado" },
  "fact:activity-hours.isForHealthClinical": {
    en: "whether it is for the clinical hours of a health program",
    es: "si es para las horas clínicas de un programa de salud",
  },
  "fact:activity-hours.firmsEngaged": { en: "how many firms each student talked with", es: "con cuántas empresas habló cada estudiante" },
  "fact:activity-hours.hasProofOfParticipation": { en: "whether there is proof of participation", es: "si hay constancia de participación" },
  "fact:activity-hours.hasStudentReflection": { en: "whether the students wrote a reflection", es: "si los estudiantes escribieron una reflexión" },
  "fact:activity-hours.isSustained": { en: "whether it is sustained", es: "si es continuada" },
  "fact:activity-hours.isFirsthand": { en: "whether it is in depth and first hand", es: "si es a fondo y de primera mano" },
  "fact:activity-hours.isAlignedToCurriculum": { en: "whether it is in line with the curriculum", es: "si concuerda con el plan de estudios" },
  activity_type_not_known: { en: "There is no activity type {activityTypeId} on {on}.", es: "No hay un tipo de actividad {activityTypeId} el {on}." },
  activity_no_rule_on_that_day: { en: "No rule that was read holds on {on}.", es: "Ninguna norma consultada rige el {on}." },
  activity_zero_hours: {
    en: "It supports learning and counts no hours: the city's toolkit lists it as a zero-hour activity.",
    es: "Apoya el aprendizaje y no cuenta horas: la guía de la ciudad la incluye como actividad de cero horas.",
  },
  activity_within_cap_only: {
    en: "It counts within the allowance for career awareness alone.",
    es: "Solo cuenta dentro del límite para el conocimiento de profesiones.",
  },
  activity_not_on_awareness_list: {
    en: "It is not among the experiences that the allowance names.",
    es: "No está entre las experiencias que el límite menciona.",
  },
  activity_supervised_by_staff: {
    met: { en: "The school's staff supervise it.", es: "El personal de la escuela la supervisa." },
    unmet: { en: "The school's staff do not supervise it.", es: "El personal de la escuela no la supervisa." },
  },
  activity_registered: {
    met: { en: "It is part of a registered program.", es: "Forma parte de un programa registrado." },
    unmet: { en: "It is not part of a registered program.", es: "No forma parte de un programa registrado." },
  },
  activity_hours_vary: { en: "It varies by program.", es: "Varía según el programa." },
  activity_not_work_based_learning: { en: "It is no work-based learning.", es: "No es aprendizaje basado en el trabajo." },
  activity_not_for_students: { en: "It is for adults.", es: "Es para adultos." },
  activity_not_for_health_clinical: {
    met: { en: "It is not for clinical hours of a health program.", es: "No es para horas clínicas de un programa de salud." },
    unmet: {
      en: "It is for clinical hours of a health program, for which awareness does not count.",
      es: "Es para horas clínicas de un programa de salud, para las que el conocimiento de profesiones no cuenta.",
    },
  },
  activity_participation_proven: {
    met: { en: "There is proof of participation.", es: "Hay constancia de participación." },
    unmet: { en: "There is no proof of participation.", es: "No hay constancia de participación." },
  },
  activity_firms_engaged: {
    en: "Each student talked with {have} firms; {need} are needed.",
    es: "Cada estudiante habló con {have} empresas; se necesitan {need}.",
  },
  activity_reflection_written: {
    met: { en: "The students wrote a reflection.", es: "Los estudiantes escribieron una reflexión." },
    unmet: { en: "The students wrote no reflection.", es: "Los estudiantes no escribieron una reflexión." },
  },
  activity_awareness_documents_not_read: {
    en: "The memo names it; what must document it was not read there. Keep who took part and what the students wrote, and ask the state.",
    es: "El memorando la nombra; cómo documentarla no se leyó allí. Guarde quién participó y lo que escribieron los estudiantes, y consulte al estado.",
  },
  activity_of_one_day: {
    en: "An activity of one day shows the work and is no sustained interaction.",
    es: "Una actividad de un día muestra el trabajo y no es una interacción continuada.",
  },
  activity_sustained: {
    met: { en: "It is sustained.", es: "Es continuada." },
    unmet: { en: "It is not sustained.", es: "No es continuada." },
  },
  activity_firsthand: {
    met: { en: "It is in depth and first hand.", es: "Es a fondo y de primera mano." },
    unmet: { en: "It is not in depth and first hand.", es: "No es a fondo y de primera mano." },
  },
  activity_aligned_to_curriculum: {
    met: { en: "It is in line with the curriculum.", es: "Concuerda con el plan de estudios." },
    unmet: { en: "It is not in line with the curriculum.", es: "No concuerda con el plan de estudios." },
  },
  activity_length_not_stated: { en: "No source states how long it is.", es: "Ninguna fuente indica cuánto dura." },
  activity_length_in_hours: {
    en: "It is {have} hours long; {min} to {max} are stated.",
    es: "Dura {have} horas; se indican de {min} a {max}.",
  },
  activity_length_in_days: {
    en: "It is {have} days long; {min} to {max} are stated.",
    es: "Dura {have} días; se indican de {min} a {max}.",
  },
} as const satisfies Words;
