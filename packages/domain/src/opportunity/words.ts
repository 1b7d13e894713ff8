import type { Words } from "../rule/explain.ts";

/** What the rules on minors at a placement say. */
const minorWords = {
  minor_age: {
    en: "The youngest students are {youngestAge}; work begins at {need}.",
    es: "Los estudiantes más jóvenes tienen {youngestAge} años; se puede trabajar desde los {need}.",
  },
  minor_other_ages: {
    en: "The youngest students are of other ages, so other limits decide.",
    es: "Los estudiantes más jóvenes tienen otra edad, así que deciden otros límites.",
  },
  minor_hours_on_school_day: { en: "Hours on a school day: {have}; at most {most}.", es: "Horas en un día de clases: {have}; como máximo {most}." },
  minor_hours_before_school_day: {
    en: "Hours on a Monday to Thursday before a school day: {have}; at most {most}.",
    es: "Horas de lunes a jueves antes de un día de clases: {have}; como máximo {most}.",
  },
  minor_hours_on_other_day: { en: "Hours on any other day: {have}; at most {most}.", es: "Horas en cualquier otro día: {have}; como máximo {most}." },
  minor_longer_day_by_exception: {
    en: "{have} hours on a day are over {most}. Up to {exception} may be allowed where other days of the week are shorter: ask.",
    es: "{have} horas en un día superan las {most}. Hasta {exception} pueden permitirse si otros días de la semana son más cortos: consulte.",
  },
  minor_hours_per_week: { en: "Hours a week: {have}; at most {most}.", es: "Horas por semana: {have}; como máximo {most}." },
  minor_days_per_week: { en: "Days a week: {have}; at most {most}.", es: "Días por semana: {have}; como máximo {most}." },
  minor_no_program_for_more: {
    en: "No work program of the school allows more.",
    es: "Ningún programa de trabajo de la escuela permite más.",
  },
  minor_starts: { en: "It starts at {at}; not before {earliest}.", es: "Empieza a las {at}; no antes de las {earliest}." },
  minor_ends: { en: "It ends at {at}; not after {latest}.", es: "Termina a las {at}; no después de las {latest}." },
  minor_ends_past_midnight: {
    en: "It ends at {at}, after midnight, when no minor may work.",
    es: "Termina a las {at}, pasada la medianoche, cuando ningún menor puede trabajar.",
  },
  minor_summer_evenings: {
    met: { en: "Evenings are allowed from {begins} to {ends}.", es: "Se permite trabajar por la noche del {begins} al {ends}." },
    unmet: {
      en: "Evenings are allowed only from {begins} to {ends}, and the placement goes beyond.",
      es: "Solo se permite trabajar por la noche del {begins} al {ends}, y la colocación se sale de esas fechas.",
    },
  },
  minor_late_with_consents: {
    met: {
      en: "It may end at {at}, since the employer keeps parents' consents.",
      es: "Puede terminar a las {at}, porque el empleador guarda el consentimiento de los padres.",
    },
    unmet: {
      en: "To end at {at}, the employer must keep parents' written consents.",
      es: "Para terminar a las {at}, el empleador debe guardar el consentimiento escrito de los padres.",
    },
  },
  minor_late_with_standing: {
    met: {
      en: "It may end at {at}, since the employer keeps the school's certificates of academic standing.",
      es: "Puede terminar a las {at}, porque el empleador guarda los certificados de rendimiento de la escuela.",
    },
    unmet: {
      en: "To end at {at} before a school day, the employer must keep the school's certificates of academic standing.",
      es: "Para terminar a las {at} antes de un día de clases, el empleador debe guardar los certificados de rendimiento de la escuela.",
    },
  },
  minor_no_papers: { en: "No working papers are needed at these ages.", es: "A estas edades no se necesitan permisos de trabajo." },
  minor_paper: {
    met: { en: "The employer asks for {paper}.", es: "El empleador pide el {paper}." },
    unmet: { en: "The employer must ask for {paper}.", es: "El empleador debe pedir el {paper}." },
  },
  minor_paper_not_needed: { en: "{paper} is not needed here.", es: "Aquí no se necesita el {paper}." },
  minor_work_not_named: {
    en: "It is not known whether this work is barred: {tasks}.",
    es: "No se sabe si este trabajo está prohibido: {tasks}.",
  },
  minor_no_barred_work: { en: "No barred work is part of it.", es: "No incluye trabajos prohibidos." },
  minor_barred_work: { en: "Barred at these ages: {tasks}.", es: "Prohibido a estas edades: {tasks}." },
  minor_cooperative_exception: {
    en: "Barred at these ages: {tasks}. An exception may hold for students in a cooperative program: ask.",
    es: "Prohibido a estas edades: {tasks}. Puede haber una excepción para estudiantes de un programa cooperativo: consulte.",
  },

  "subject:minors-placement": { en: "May minors work at this placement?", es: "¿Pueden trabajar menores en esta colocación?" },

  "rule:minors-placement.age": { en: "Nobody is too young", es: "Nadie es demasiado joven" },
  "rule:minors-placement.day-hours-14-15": { en: "Hours a day, at 14 and 15", es: "Horas al día, con 14 y 15 años" },
  "rule:minors-placement.week-14-15": { en: "Hours and days a week, at 14 and 15", es: "Horas y días por semana, con 14 y 15 años" },
  "rule:minors-placement.clock-14-15": { en: "Hours of the clock, at 14 and 15", es: "Horario, con 14 y 15 años" },
  "rule:minors-placement.day-hours-16-17": { en: "Hours a day, at 16 and 17", es: "Horas al día, con 16 y 17 años" },
  "rule:minors-placement.week-16-17": { en: "Hours and days a week, at 16 and 17", es: "Horas y días por semana, con 16 y 17 años" },
  "rule:minors-placement.clock-16-17": { en: "Hours of the clock, at 16 and 17", es: "Horario, con 16 y 17 años" },
  "rule:minors-placement.papers": { en: "The employer asks for the working papers", es: "El empleador pide los permisos de trabajo" },
  "rule:minors-placement.barred-work": { en: "No work that is barred to minors", es: "Ningún trabajo prohibido a menores" },

  "fact:minors-placement.youngestAge": { en: "age of the youngest students", es: "edad de los estudiantes más jóvenes" },
  "fact:minors-placement.oldestAge": { en: "age of the oldest students", es: "edad de los estudiantes mayores" },
  "fact:minors-placement.isSchoolInSession": { en: "whether school is in session", es: "si hay clases en ese período" },
  "fact:minors-placement.firstDay": { en: "first day", es: "primer día" },
  "fact:minors-placement.lastDay": { en: "last day", es: "último día" },
  "fact:minors-placement.schoolProgram": { en: "work program of the school", es: "programa de trabajo de la escuela" },
  "fact:minors-placement.hoursOnSchoolDay": { en: "hours on a school day", es: "horas en un día de clases" },
  "fact:minors-placement.hoursBeforeSchoolDay": {
    en: "hours on a Monday to Thursday before a school day",
    es: "horas de lunes a jueves antes de un día de clases",
  },
  "fact:minors-placement.hoursOnOtherDay": { en: "hours on any other day", es: "horas en cualquier otro día" },
  "fact:minors-placement.hoursPerWeek": { en: "hours a week", es: "horas por semana" },
  "fact:minors-placement.daysPerWeek": { en: "days a week", es: "días por semana" },
  "fact:minors-placement.earliestStart": { en: "earliest start", es: "comienzo más temprano" },
  "fact:minors-placement.latestEndBeforeSchoolDay": { en: "latest end before a school day", es: "término más tarde antes de un día de clases" },
  "fact:minors-placement.latestEndBeforeOtherDay": { en: "latest end on any other day", es: "término más tarde en cualquier otro día" },
  "fact:minors-placement.keepsParentConsents": {
    en: "whether the employer keeps parents' written consents",
    es: "si el empleador guarda el consentimiento escrito de los padres",
  },
  "fact:minors-placement.keepsStandingCertificates": {
    en: "whether the employer keeps certificates of academic standing",
    es: "si el empleador guarda los certificados de rendimiento académico",
  },
  "fact:minors-placement.papers": { en: "working papers that the employer asks for", es: "permisos de trabajo que pide el empleador" },
  "fact:minors-placement.attendsSchool": { en: "whether students attend school", es: "si los estudiantes asisten a la escuela" },
  "fact:minors-placement.tasks": { en: "barred kinds of work in it", es: "trabajos prohibidos que incluye" },

  "value:minors-placement.tasks.painting-or-cleaning-of-buildings": {
    en: "painting or cleaning the outside of a building",
    es: "pintar o limpiar el exterior de un edificio",
  },
  "value:minors-placement.tasks.factory-work": { en: "work in a factory", es: "trabajo en una fábrica" },
  "value:minors-placement.tasks.cutting-or-mixing-machines": {
    en: "machines that wash, grind, cut, slice, press or mix",
    es: "máquinas que lavan, muelen, cortan, rebanan, prensan o mezclan",
  },
  "value:minors-placement.tasks.mental-hygiene-institution": {
    en: "employment in an institution of mental hygiene",
    es: "empleo en una institución de salud mental",
  },
  "value:minors-placement.tasks.construction": { en: "construction, demolition, roofing, excavation", es: "construcción, demolición, techado, excavación" },
  "value:minors-placement.tasks.motor-vehicle-helper": { en: "helper on a motor vehicle", es: "ayudante en un vehículo de motor" },
  "value:minors-placement.tasks.woodworking-or-metal-machines": {
    en: "power-driven machines for wood, metal, baking or paper",
    es: "máquinas motorizadas para madera, metal, panadería o papel",
  },
  "value:minors-placement.tasks.saws-and-shears": {
    en: "circular saws, band saws, guillotine shears",
    es: "sierras circulares, sierras de cinta, cizallas de guillotina",
  },
  "value:minors-placement.tasks.hoists": { en: "power-driven hoists", es: "montacargas y grúas motorizados" },
  "value:minors-placement.tasks.elevators": { en: "elevators, other than push-button ones from 16", es: "ascensores, salvo los de botones desde los 16 años" },
  "value:minors-placement.tasks.belts-and-oiling": {
    en: "adjusting belts of machines, or cleaning and oiling them",
    es: "ajustar las correas de máquinas, o limpiarlas y engrasarlas",
  },
  "value:minors-placement.tasks.abrasive-wheels": { en: "abrasive, polishing or buffing wheels", es: "muelas abrasivas, de pulir o de lustrar" },
  "value:minors-placement.tasks.explosives": { en: "explosives", es: "explosivos" },
  "value:minors-placement.tasks.acids": { en: "dangerous or poisonous acids", es: "ácidos peligrosos o venenosos" },
  "value:minors-placement.tasks.paints-and-lead": { en: "packing of paints, dry colors or lead", es: "envasado de pinturas, pigmentos secos o plomo" },
  "value:minors-placement.tasks.steam-boilers": { en: "steam boilers", es: "calderas de vapor" },
  "value:minors-placement.tasks.radiation-and-dust": {
    en: "radioactive substances, radiation, silica or other harmful dust",
    es: "sustancias radiactivas, radiación, sílice u otro polvo nocivo",
  },
  "value:minors-placement.tasks.slaughter-and-rendering": {
    en: "slaughter, meat packing, rendering",
    es: "matanza, empaque de carne, procesamiento de restos animales",
  },
  "value:minors-placement.tasks.logging-and-sawmills": { en: "logging and sawmills", es: "tala y aserraderos" },
  "value:minors-placement.tasks.mines-and-quarries": { en: "mines and quarries", es: "minas y canteras" },
  "value:minors-placement.tasks.brick-and-tile": { en: "making of brick and tile", es: "fabricación de ladrillos y tejas" },
  "value:minors-placement.tasks.care-of-prisoners": { en: "custody or care of prisoners", es: "custodia o cuidado de presos" },
} as const satisfies Words;

/** What the rules on clearance say. */
const clearanceWords = {
  clearance_no_direct_contact: {
    met: { en: "The adult does not meet students in person.", es: "La persona adulta no trata en persona con estudiantes." },
    unmet: { en: "The adult meets students in person.", es: "La persona adulta trata en persona con estudiantes." },
  },
  clearance_not_at_school: {
    met: { en: "It is not at a school.", es: "No es en una escuela." },
    unmet: { en: "It is at a school.", es: "Es en una escuela." },
  },
  clearance_volunteer: {
    met: { en: "The adult comes as a volunteer.", es: "La persona adulta viene como voluntaria." },
    unmet: { en: "The adult does not come as a volunteer.", es: "La persona adulta no viene como voluntaria." },
  },
  clearance_few_days: {
    en: "Days in the school year: {have}; at most {most} without clearance.",
    es: "Días en el año escolar: {have}; como máximo {most} sin autorización.",
  },
  clearance_supervised: {
    met: { en: "An employee of the school is there all the time.", es: "Un empleado de la escuela está presente todo el tiempo." },
    unmet: { en: "No employee of the school is there all the time.", es: "Ningún empleado de la escuela está presente todo el tiempo." },
  },
  clearance_city_covers: { en: "The city's regulation covers this adult.", es: "El reglamento de la ciudad abarca a esta persona." },
  clearance_city_silent_on_volunteers: {
    en: "What the city asks of guests and volunteers was not found: ask the office that clears.",
    es: "No se encontró qué pide la ciudad a invitados y voluntarios: consulte a la oficina que autoriza.",
  },
  clearance_city_silent_on_place: {
    en: "What the city asks away from school was not found: ask the office that clears.",
    es: "No se encontró qué pide la ciudad fuera de la escuela: consulte a la oficina que autoriza.",
  },
  clearance_eligible_on_file: {
    met: { en: "A clearance is on file: eligible.", es: "Hay una autorización registrada: apto." },
    unmet: { en: "No clearance that says eligible is on file.", es: "No hay ninguna autorización registrada que diga apto." },
  },
  clearance_not_ineligible: {
    met: { en: "No record says ineligible.", es: "Ningún registro dice no apto." },
    unmet: { en: "A record says ineligible.", es: "Un registro dice no apto." },
  },

  "subject:clearance": { en: "Is this adult cleared for it?", es: "¿Tiene esta persona adulta la autorización necesaria?" },

  "rule:clearance.ny-8-nycrr-87": { en: "State clearance for employment", es: "Autorización estatal para el empleo" },
  "rule:clearance.nyc-c-105": { en: "Clearance by New York City Public Schools (PETS)", es: "Autorización de las Escuelas Públicas de Nueva York (PETS)" },

  "fact:clearance.hasDirectContact": { en: "whether the adult meets students in person", es: "si la persona adulta trata en persona con estudiantes" },
  "fact:clearance.place": { en: "where it is", es: "dónde es" },
  "fact:clearance.role": { en: "what the adult comes as", es: "en qué calidad viene la persona adulta" },
  "fact:clearance.daysPerSchoolYear": { en: "days in a school year", es: "días en un año escolar" },
  "fact:clearance.isSupervised": {
    en: "whether an employee of the school is there all the time",
    es: "si un empleado de la escuela está presente todo el tiempo",
  },
  "fact:clearance.records": { en: "what is on file", es: "lo que está registrado" },
  "fact:clearance.records.basisId": { en: "basis of the record", es: "base del registro" },
  "fact:clearance.records.status": { en: "status of the record", es: "estado del registro" },
  "fact:clearance.records.on": { en: "date of the record", es: "fecha del registro" },
} as const satisfies Words;

/** What the rules on what partners offer say: on minors at a placement, and on the clearance of adults. */
export const opportunityWords = { ...minorWords, ...clearanceWords } as const satisfies Words;
