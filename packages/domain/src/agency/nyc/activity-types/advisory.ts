import * as z from "zod";
import type { ActivityType } from "../../../activity/activity-type.ts";
import { adultHours } from "../hours-rules.ts";
import { partnerships } from "../sources.ts";
import { activity } from "./activity.ts";
import { count, entries, told, words, yesNo } from "./fields.ts";

const shared = { purpose: "advisory", audiences: ["programs", "school_leaders"], groupShape: "whole_group", hours: adultHours } as const;
const program = () => words("Program");

/** Where people advise a program, a school or a sector. */
export const advisory: readonly ActivityType[] = [
  activity("commission-meeting", {
    ...shared,
    title: { en: "Commission Meeting", es: "Reunión de una comisión" },
    audiences: ["teachers", "school_leaders", "programs"],
    description: {
      en: "Teachers, administrators, postsecondary and industry members of one sector meet and settle how to support students entering it.",
      es: "Docentes, administradores, instituciones postsecundarias e industria de un sector se reúnen y acuerdan cómo apoyar a los estudiantes que entran en él.",
    },
    settings: ["school", "workplace", "virtual"],
    asks: [
      {
        en: "Come to the meetings of your sector's commission, and say what the trade needs.",
        es: "Asista a las reuniones de la comisión de su sector y diga qué necesita el oficio.",
      },
    ],
    details: () => z.strictObject({ agenda: told(entries("Agenda", 30)), isFormal: yesNo("Formal meeting, with minutes") }),
  }),
  activity("advisory-board", {
    ...shared,
    title: { en: "Advisory Board Activity", es: "Actividad de la junta asesora" },
    aliases: ["Advisory Board Meeting"],
    description: {
      en: "Industry and postsecondary partners take part in a program's self-study and review its curriculum.",
      es: "Socios de la industria y de la educación postsecundaria participan en la autoevaluación de un programa y revisan su plan de estudios.",
    },
    settings: ["school", "virtual"],
    asks: [{ en: "Join a school's advisory board, and stay with it.", es: "Únase a la junta asesora de una escuela y permanezca en ella." }],
    details: () => z.strictObject({ programs: entries("Programs", 20), agenda: told(entries("Agenda", 30)) }),
  }),
  activity("self-study", {
    ...shared,
    title: { en: "Self-Study", es: "Autoevaluación" },
    aliases: ["Self-Evaluation", "Self-Study Committee"],
    description: {
      en: "Partners sit on the committee with which a program examines itself before others review it.",
      es: "Los socios forman parte del comité con el que un programa se examina antes de que otros lo revisen.",
    },
    settings: ["school", "virtual"],
    asks: [{ en: "Sit on a program's self-study committee.", es: "Forme parte del comité de autoevaluación de un programa." }],
    details: () => z.strictObject({ program: program(), sections: told(entries("Sections to examine", 10)) }),
  }),
  activity("curriculum-review", {
    ...shared,
    title: { en: "Curriculum Review", es: "Revisión del plan de estudios" },
    description: {
      en: "People from the trade read what a program teaches and say what is missing, outdated or right.",
      es: "Personas del oficio leen lo que enseña un programa y dicen qué falta, qué está anticuado y qué está bien.",
    },
    settings: ["school", "virtual"],
    asks: [
      { en: "Read a program's curriculum, and say what the trade would change.", es: "Lea el plan de estudios de un programa y diga qué cambiaría el oficio." },
    ],
    details: () => z.strictObject({ program: program(), courses: told(entries("Courses", 20)), hasRecord: yesNo("The review is recorded").optional() }),
  }),
  activity("assessment-review", {
    ...shared,
    source: partnerships,
    title: { en: "Technical Assessment Review", es: "Revisión de la evaluación técnica" },
    description: {
      en: "People from the trade look at how a program tests technical skills, and whether the trade knows the certificate.",
      es: "Personas del oficio examinan cómo un programa evalúa las habilidades técnicas y si el oficio reconoce el certificado.",
    },
    settings: ["school", "virtual"],
    asks: [
      { en: "Look at a program's technical assessment, and say what it is worth.", es: "Examine la evaluación técnica de un programa y diga qué valor tiene." },
    ],
    details: () => z.strictObject({ program: program(), assessment: told(words("Assessment")), hasRecord: yesNo("The review is recorded").optional() }),
  }),
  activity("employability-validation", {
    ...shared,
    source: partnerships,
    title: { en: "Employability Validation", es: "Validación de la empleabilidad" },
    description: {
      en: "People from the trade say which skills make somebody ready for work in it.",
      es: "Personas del oficio dicen qué habilidades preparan a alguien para trabajar en él.",
    },
    settings: ["school", "virtual"],
    asks: [{ en: "Say which skills you hire for.", es: "Diga qué habilidades busca al contratar." }],
    details: () => z.strictObject({ program: program(), skills: told(entries("Skills", 40)), hasRecord: yesNo("The validation is recorded").optional() }),
  }),
  activity("external-review", {
    ...shared,
    source: partnerships,
    title: { en: "External Review", es: "Revisión externa" },
    aliases: ["External Review Visit"],
    description: {
      en: "Partners who did not take part in the self-study visit a program and say whether it is ready for approval.",
      es: "Socios que no participaron en la autoevaluación visitan un programa y dicen si está listo para ser aprobado.",
    },
    settings: ["school"],
    asks: [{ en: "Visit a program, and say whether it is ready.", es: "Visite un programa y diga si está listo." }],
    details: () => z.strictObject({ program: program(), reviewers: count("Reviewers", 50) }),
  }),
];
