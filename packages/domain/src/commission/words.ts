import type { Words } from "../rule/explain.ts";

/** What the rules on commissions in place of a board and on the advisory council say. */
export const commissionWords = {
  // A commission in place of a board: reasons.
  proxy_sector: {
    met: { en: "The commission's sector covers the program's field.", es: "El sector de la comisión abarca el campo del programa." },
    unmet: {
      en: "The program's field is {cluster}; the commission's are {clusters}.",
      es: "El campo del programa es {cluster}; los de la comisión son {clusters}.",
    },
  },
  proxy_meetings_attended: {
    en: "Meetings in the period with somebody of the school: {have} of {need}.",
    es: "Reuniones del período con alguien de la escuela: {have} de {need}.",
  },
  proxy_period_reversed: {
    en: "The period ends on {to}, before it begins on {from}. Write down both days again.",
    es: "El período termina el {to}, antes de comenzar el {from}. Vuelva a anotar ambos días.",
  },
  proxy_meetings_held: { en: "Formal meetings in twelve months: {have} of {need}.", es: "Reuniones formales en doce meses: {have} de {need}." },
  proxy_reviewers_apart: {
    en: "Reviewers who were on the self-study team: {have}.",
    es: "Revisores que estuvieron en el equipo de autoevaluación: {have}.",
  },
  proxy_curriculum_review: {
    en: "Reviews of the curriculum on record in the period: {have} of {need}.",
    es: "Revisiones del plan de estudios registradas en el período: {have} de {need}.",
  },
  proxy_assessment_review: {
    en: "Reviews of the technical assessment on record in the period: {have} of {need}.",
    es: "Revisiones de la evaluación técnica registradas en el período: {have} de {need}.",
  },
  proxy_employability_validation: {
    en: "Validations of employability skills on record in the period: {have} of {need}.",
    es: "Validaciones de habilidades de empleabilidad registradas en el período: {have} de {need}.",
  },

  "subject:commission-proxy": {
    en: "May the commission stand in for the school's advisory board?",
    es: "¿Puede la comisión hacer las veces de la junta asesora de la escuela?",
  },

  // A commission in place of a board: rules.
  "rule:commission-proxy.sector-matches": { en: "The commission's sector is the program's", es: "El sector de la comisión es el del programa" },
  "rule:commission-proxy.school-engaged": {
    en: "The school's administrators, program coordinators or teachers are actively engaged in the commission",
    es: "Directivos, coordinadores de programa o docentes de la escuela participan activamente en la comisión",
  },
  "rule:commission-proxy.two-industry-partners": {
    en: "At least two industry partners are present at the review; education providers and community organizations do not count",
    es: "En la revisión hay al menos dos socios de la industria; no cuentan los proveedores educativos ni las organizaciones comunitarias",
  },
  "rule:commission-proxy.postsecondary-partner": {
    en: "There is a two-year or four-year postsecondary partner, at the review or through the commission",
    es: "Hay un socio postsecundario de dos o cuatro años, en la revisión o por medio de la comisión",
  },
  "rule:commission-proxy.reviewers-apart": {
    en: "No reviewer was on the self-study team",
    es: "Ningún revisor estuvo en el equipo de autoevaluación",
  },
  "rule:commission-proxy.meets-twice": { en: "The commission meets formally twice a year", es: "La comisión se reúne formalmente dos veces al año" },
  "rule:commission-proxy.curriculum-review": {
    en: "A review of the curriculum is on record in the period",
    es: "En el período consta una revisión del plan de estudios",
  },
  "rule:commission-proxy.assessment-review": {
    en: "A review of the technical assessment is on record in the period",
    es: "En el período consta una revisión de la evaluación técnica",
  },
  "rule:commission-proxy.employability-validation": {
    en: "A validation of employability skills is on record in the period",
    es: "En el período consta una validación de habilidades de empleabilidad",
  },

  // A commission in place of a board: facts.
  "fact:commission-proxy.programClusterId": { en: "career cluster of the program", es: "área profesional del programa" },
  "fact:commission-proxy.commissionClusterIds": { en: "career clusters of the commission", es: "áreas profesionales de la comisión" },
  "fact:commission-proxy.period": { en: "period looked at", es: "período considerado" },
  "fact:commission-proxy.period.from": { en: "first day of the period", es: "primer día del período" },
  "fact:commission-proxy.period.to": { en: "last day of the period", es: "último día del período" },
  "fact:commission-proxy.meetings": { en: "meetings of the commission", es: "reuniones de la comisión" },
  "fact:commission-proxy.meetings.heldOn": { en: "day of the meeting", es: "día de la reunión" },
  "fact:commission-proxy.meetings.administrators": {
    en: "administrators of the school at the meeting",
    es: "directivos de la escuela en la reunión",
  },
  "fact:commission-proxy.meetings.coordinators": {
    en: "program coordinators of the school at the meeting",
    es: "coordinadores de programa de la escuela en la reunión",
  },
  "fact:commission-proxy.meetings.teachers": { en: "teachers of the school at the meeting", es: "docentes de la escuela en la reunión" },
  "fact:commission-proxy.partnersAtReview": { en: "partners present at the external review", es: "socios presentes en la revisión externa" },
  "fact:commission-proxy.partnersAtReview.name": { en: "name of the partner at the review", es: "nombre del socio en la revisión" },
  "fact:commission-proxy.partnersAtReview.kind": { en: "kind of the partner at the review", es: "tipo del socio en la revisión" },
  "fact:commission-proxy.commissionPartners": { en: "partners on the commission", es: "socios en la comisión" },
  "fact:commission-proxy.commissionPartners.name": { en: "name of the partner on the commission", es: "nombre del socio en la comisión" },
  "fact:commission-proxy.commissionPartners.kind": { en: "kind of the partner on the commission", es: "tipo del socio en la comisión" },
  "fact:commission-proxy.reviewersOnSelfStudyTeam": {
    en: "reviewers who were on the self-study team",
    es: "revisores que estuvieron en el equipo de autoevaluación",
  },
  "fact:commission-proxy.records": { en: "records of reviews and validations", es: "registros de revisiones y validaciones" },
  "fact:commission-proxy.records.kind": { en: "what was done, by the record", es: "lo que se hizo, según el registro" },
  "fact:commission-proxy.records.on": { en: "day of the record", es: "día del registro" },

  // The advisory council: reasons.
  council_members: { en: "Members: {have} of {need}.", es: "Miembros: {have} de {need}." },
  council_perspective: {
    met: { en: "On the council: {about}.", es: "En el consejo: {about}." },
    unmet: { en: "Not on the council: {about}.", es: "Falta en el consejo: {about}." },
  },
  council_advises: {
    met: { en: "Done: {about}.", es: "Se hace: {about}." },
    unmet: { en: "Not done: {about}.", es: "No se hace: {about}." },
  },
  council_evaluations: {
    en: "Annual evaluations assisted in the last twelve months: {have} of {need}.",
    es: "Evaluaciones anuales en las que colaboró en los últimos doce meses: {have} de {need}.",
  },
  council_consultant_committees: {
    en: "Consultant committees of an occupational field: {have} of {need}.",
    es: "Comités consultores de un campo profesional: {have} de {need}.",
  },
  council_subcommittee: { met: { en: "In place: {about}.", es: "Existe: {about}." }, unmet: { en: "Missing: {about}.", es: "Falta: {about}." } },

  "subject:advisory-council": {
    en: "Is the advisory council made up and active as Education Law 4601 asks?",
    es: "¿Está el consejo asesor integrado y activo como pide la sección 4601 de la Ley de Educación?",
  },

  // The advisory council: rules.
  "rule:advisory-council.ten-members": { en: "The council has at least ten members", es: "El consejo tiene al menos diez miembros" },
  "rule:advisory-council.perspective-a": {
    en: "Perspective (a): familiar with the needs of management and of labor in the region",
    es: "Perspectiva (a): conoce las necesidades de las empresas y de los trabajadores de la región",
  },
  "rule:advisory-council.perspective-b": {
    en: "Perspective (b): familiar with programs of postsecondary and adult education",
    es: "Perspectiva (b): conoce los programas de educación postsecundaria y de adultos",
  },
  "rule:advisory-council.perspective-c": {
    en: "Perspective (c): familiar with the manpower needs of the region",
    es: "Perspectiva (c): conoce las necesidades de mano de obra de la región",
  },
  "rule:advisory-council.perspective-d": {
    en: "Perspective (d): familiar with the special needs of people with disabilities",
    es: "Perspectiva (d): conoce las necesidades especiales de las personas con discapacidad",
  },
  "rule:advisory-council.perspective-e": {
    en: "Perspective (e): speaks for the interests of the community",
    es: "Perspectiva (e): representa los intereses de la comunidad",
  },
  "rule:advisory-council.perspective-f": { en: "Perspective (f): a student in a CTE program", es: "Perspectiva (f): un estudiante de un programa CTE" },
  "rule:advisory-council.advises": {
    en: "The council advises on policy and on the long-range and annual plans",
    es: "El consejo asesora sobre las políticas y sobre los planes anuales y a largo plazo",
  },
  "rule:advisory-council.annual-evaluation": { en: "The council assists in the annual evaluation", es: "El consejo colabora en la evaluación anual" },
  "rule:advisory-council.consultant-committees": {
    en: "There are consultant committees, each representative of an occupational field",
    es: "Hay comités consultores, cada uno representativo de un campo profesional",
  },
  "rule:advisory-council.subcommittees": {
    en: "The council has subcommittees on students with disabilities and on gender equity",
    es: "El consejo tiene subcomités sobre estudiantes con discapacidad y sobre equidad de género",
  },

  // The advisory council: facts.
  "fact:advisory-council.memberCount": { en: "number of members, the student included", es: "número de miembros, incluido el estudiante" },
  "fact:advisory-council.perspectives": { en: "perspectives on the council", es: "perspectivas en el consejo" },
  "fact:advisory-council.perspectives.management": {
    en: "somebody familiar with the needs of management",
    es: "alguien que conoce las necesidades de las empresas",
  },
  "fact:advisory-council.perspectives.labor": { en: "somebody familiar with the needs of labor", es: "alguien que conoce las necesidades de los trabajadores" },
  "fact:advisory-council.perspectives.postsecondaryAndAdult": {
    en: "somebody familiar with postsecondary and adult programs",
    es: "alguien que conoce los programas postsecundarios y de adultos",
  },
  "fact:advisory-council.perspectives.manpower": {
    en: "somebody familiar with manpower needs",
    es: "alguien que conoce las necesidades de mano de obra",
  },
  "fact:advisory-council.perspectives.disabilities": {
    en: "somebody familiar with the special needs of people with disabilities",
    es: "alguien que conoce las necesidades especiales de las personas con discapacidad",
  },
  "fact:advisory-council.perspectives.community": { en: "somebody who speaks for the community", es: "alguien que representa a la comunidad" },
  "fact:advisory-council.perspectives.student": { en: "a student in a CTE program", es: "un estudiante de un programa CTE" },
  "fact:advisory-council.advises": { en: "what the council advises on", es: "sobre qué asesora el consejo" },
  "fact:advisory-council.advises.onPolicy": { en: "advice on policy", es: "asesoría sobre las políticas" },
  "fact:advisory-council.advises.onLongRangePlan": { en: "advice on the long-range plan", es: "asesoría sobre el plan a largo plazo" },
  "fact:advisory-council.advises.onAnnualPlan": { en: "advice on the annual plan", es: "asesoría sobre el plan anual" },
  "fact:advisory-council.evaluationsAssisted": {
    en: "days on which the council assisted in an annual evaluation",
    es: "días en que el consejo colaboró en una evaluación anual",
  },
  "fact:advisory-council.consultantCommittees": { en: "consultant committees", es: "comités consultores" },
  "fact:advisory-council.consultantCommittees.isOfOneField": {
    en: "whether the consultant committee represents one occupational field",
    es: "si el comité consultor representa un campo profesional",
  },
  "fact:advisory-council.subcommittees": { en: "subcommittees", es: "subcomités" },
  "fact:advisory-council.subcommittees.hasStudentsWithDisabilities": {
    en: "subcommittee on students with disabilities",
    es: "subcomité sobre estudiantes con discapacidad",
  },
  "fact:advisory-council.subcommittees.hasGenderEquity": { en: "subcommittee on gender equity", es: "subcomité sobre equidad de género" },
} as const satisfies Words;
