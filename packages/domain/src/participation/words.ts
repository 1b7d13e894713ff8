import type { Words } from "../rule/explain.ts";

// @__NO_SIDE_EFFECTS__
const says = (en: string, es: string) =>
  ({
    met: { en: `The certificate says ${en}.`, es: `El certificado indica ${es}.` },
    unmet: { en: `The certificate does not say ${en}.`, es: `El certificado no indica ${es}.` },
  }) as const;

/** What the rules on teachers' training and on what follows from it say. */
export const participationWords = {
  training_length: {
    en: "Days from the first to the last: {lengthDays}; its kind takes from {minDays} to {maxDays}.",
    es: "Días del primero al último: {lengthDays}; para su tipo se prevén de {minDays} a {maxDays}.",
  },
  training_not_for_ctle: {
    met: { en: "Its hours do not count as CTLE.", es: "Sus horas no cuentan como CTLE." },
    unmet: { en: "Its hours are to count as CTLE.", es: "Sus horas deben contar como CTLE." },
  },
  training_sponsor_approved: {
    met: { en: "An approved sponsor stands behind it.", es: "La respalda un patrocinador aprobado." },
    unmet: {
      en: "Hours count only from an approved sponsor, and none stands behind it.",
      es: "Las horas solo cuentan con un patrocinador aprobado, y ninguno la respalda.",
    },
  },
  certificate_title: says("the title", "el título"),
  certificate_hours: says("the hours", "las horas"),
  certificate_language_hours: says("the hours in language acquisition", "las horas de adquisición del lenguaje"),
  certificate_sponsor_name: says("the sponsor's name", "el nombre del patrocinador"),
  certificate_sponsor_identifier: says("the sponsor's number", "el número del patrocinador"),
  certificate_attendance: says("that the attendance was verified", "que se verificó la asistencia"),
  certificate_date: says("the date", "la fecha"),
  certificate_location: says("the place", "el lugar"),
  ctle_hours: {
    en: "Hours of this period: {have} of {need}. Carried over from an earlier one, and not counted: {carriedOver}.",
    es: "Horas de este período: {have} de {need}. Traídas de uno anterior, y no contadas: {carriedOver}.",
  },
  ctle_language_hours: {
    en: "Hours in language acquisition: {have} of {need}.",
    es: "Horas de adquisición del lenguaje: {have} de {need}.",
  },
  ctle_period: {
    en: "The last hour was on {lastHourOn}; the period is from {periodFrom} to {lastDay}.",
    es: "La última hora fue el {lastHourOn}; el período va del {periodFrom} al {lastDay}.",
  },
  ctle_no_period: {
    en: "No requirement is known for a period that begins on {on}.",
    es: "No se conoce ningún requisito para un período que empieza el {on}.",
  },
  ctle_sponsors: {
    met: { en: "All hours are from approved sponsors.", es: "Todas las horas son de patrocinadores aprobados." },
    unmet: { en: "Some hours are not from an approved sponsor.", es: "Algunas horas no son de un patrocinador aprobado." },
  },

  "subject:teacher-training": { en: "Is this a training for teachers as it should be?", es: "¿Es esta formación para docentes como debe ser?" },
  "subject:ctle-registration": { en: "Are the hours of a registration period complete?", es: "¿Están completas las horas de un período de registro?" },

  "rule:teacher-training.length": { en: "It is as long as trainings of its kind are", es: "Dura lo que duran las de su tipo" },
  "rule:teacher-training.ctle-sponsor": { en: "An approved sponsor stands behind its hours", es: "Un patrocinador aprobado respalda sus horas" },
  "rule:teacher-training.ctle-certificate": {
    en: "The certificate says what teachers must keep",
    es: "El certificado indica lo que los docentes deben conservar",
  },
  "rule:ctle-registration.hours": { en: "Enough hours, none carried over", es: "Horas suficientes, ninguna traída de antes" },
  "rule:ctle-registration.language-acquisition": { en: "Enough of them in language acquisition", es: "Suficientes de adquisición del lenguaje" },
  "rule:ctle-registration.period": { en: "Within the registration period", es: "Dentro del período de registro" },
  "rule:ctle-registration.sponsors": { en: "From approved sponsors alone", es: "Solo de patrocinadores aprobados" },

  "fact:teacher-training.kind": { en: "kind of training", es: "tipo de formación" },
  "fact:teacher-training.lengthDays": { en: "days from the first to the last", es: "días del primero al último" },
  "fact:teacher-training.isForCtle": { en: "whether its hours count as CTLE", es: "si sus horas cuentan como CTLE" },
  "fact:teacher-training.hasApprovedSponsor": { en: "whether an approved sponsor stands behind it", es: "si la respalda un patrocinador aprobado" },
  "fact:teacher-training.certificate": { en: "what the certificate says", es: "lo que indica el certificado" },
  "fact:teacher-training.certificate.saysTitle": { en: "whether the certificate says the title", es: "si el certificado indica el título" },
  "fact:teacher-training.certificate.saysHours": { en: "whether the certificate says the hours", es: "si el certificado indica las horas" },
  "fact:teacher-training.certificate.saysLanguageAcquisitionHours": {
    en: "whether the certificate says the hours in language acquisition",
    es: "si el certificado indica las horas de adquisición del lenguaje",
  },
  "fact:teacher-training.certificate.saysSponsorName": {
    en: "whether the certificate says the sponsor's name",
    es: "si el certificado indica el nombre del patrocinador",
  },
  "fact:teacher-training.certificate.saysSponsorIdentifier": {
    en: "whether the certificate says the sponsor's number",
    es: "si el certificado indica el número del patrocinador",
  },
  "fact:teacher-training.certificate.verifiesAttendance": {
    en: "whether the certificate verifies the attendance",
    es: "si el certificado verifica la asistencia",
  },
  "fact:teacher-training.certificate.saysDate": { en: "whether the certificate says the date", es: "si el certificado indica la fecha" },
  "fact:teacher-training.certificate.saysLocation": { en: "whether the certificate says the place", es: "si el certificado indica el lugar" },
  "fact:ctle-registration.periodFrom": { en: "first day of the registration period", es: "primer día del período de registro" },
  "fact:ctle-registration.lastHourOn": { en: "day of the last hour", es: "día de la última hora" },
  "fact:ctle-registration.holds": { en: "certificate held", es: "certificado que se tiene" },
  "fact:ctle-registration.hours": { en: "hours completed", es: "horas completadas" },
  "fact:ctle-registration.languageAcquisitionHours": { en: "hours in language acquisition", es: "horas de adquisición del lenguaje" },
  "fact:ctle-registration.carriedOverHours": { en: "hours of an earlier period", es: "horas de un período anterior" },
  "fact:ctle-registration.allFromApprovedSponsors": { en: "whether all are from approved sponsors", es: "si todas son de patrocinadores aprobados" },
} as const satisfies Words;
