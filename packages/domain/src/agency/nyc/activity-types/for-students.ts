import * as z from "zod";
import type { ActivityType } from "../../../activity/activity-type.ts";
import { competitionHours, supportHours } from "../hours-rules.ts";
import { activity } from "./activity.ts";
import { count, entries, oneOf, told, whole, words, yesNo } from "./fields.ts";

/** What partners give to students and their programs: the page's other examples. */
export const forStudents: readonly ActivityType[] = [
  activity("competition", {
    title: { en: "Competition", es: "Concurso" },
    description: {
      en: "A firm hosts or judges a contest in which students show the skills of their field.",
      es: "Una empresa organiza o juzga un concurso en el que los estudiantes muestran las habilidades de su campo.",
    },
    purpose: "students",
    audiences: ["students"],
    settings: ["school", "workplace", "virtual"],
    groupShape: "whole_group",
    asks: [
      {
        en: "Set a task, host the contest, or judge what students made.",
        es: "Proponga una tarea, organice el concurso o juzgue lo que hicieron los estudiantes.",
      },
    ],
    details: () =>
      z.strictObject({
        task: told(words("Task")),
        part: oneOf("Part of the firm", ["host", "judge", "both"]),
        teams: count("Teams", 500).optional(),
        prizes: told(entries("Prizes", 10)).optional(),
      }),
    hours: competitionHours,
  }),
  activity("scholarship", {
    title: { en: "Scholarship", es: "Beca" },
    description: {
      en: "A firm funds a student's next step, and its people read and choose.",
      es: "Una empresa financia el siguiente paso de un estudiante, y su personal lee las solicitudes y elige.",
    },
    purpose: "students",
    audiences: ["students"],
    settings: ["virtual"],
    groupShape: "apart",
    asks: [
      { en: "Fund an award, or read and rate what students write for it.", es: "Financie una beca, o lea y valore lo que los estudiantes escriben para ella." },
    ],
    details: () =>
      z.strictObject({
        awards: count("Awards", 1000),
        dollarsPerAward: whole("Dollars of each award", 1, 1_000_000),
        criteria: words("What it is given for"),
      }),
    hours: supportHours,
  }),
  activity("program-support", {
    title: { en: "Program Support", es: "Apoyo a un programa" },
    aliases: ["Supporting Programming"],
    description: {
      en: "A firm supports what a program does: equipment, materials, projects, expertise.",
      es: "Una empresa apoya lo que hace un programa: equipos, materiales, proyectos, conocimientos.",
    },
    purpose: "students",
    audiences: ["programs", "students"],
    settings: ["school", "workplace", "virtual"],
    groupShape: "apart",
    asks: [
      {
        en: "Give a program what it lacks: equipment, material, a project, or an expert's time.",
        es: "Dé a un programa lo que le falta: equipos, materiales, un proyecto o el tiempo de una persona experta.",
      },
    ],
    details: () =>
      z.strictObject({
        kind: oneOf("Kind of support", ["equipment", "material", "project", "expertise", "funds"]),
        what: words("What it is"),
        isOneTime: yesNo("One time only").optional(),
      }),
    hours: supportHours,
  }),
];
