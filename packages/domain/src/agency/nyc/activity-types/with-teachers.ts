import * as z from "zod";
import type { ActivityType } from "../../../activity/activity-type.ts";
import { adultHours } from "../hours-rules.ts";
import { officePage } from "../sources.ts";
import { activity, papers, stated } from "./activity.ts";
import { count, entries, told, words, yesNo } from "./fields.ts";

/** Where people from industry train teachers. */
export const withTeachers: readonly ActivityType[] = [
  activity("professional-development", {
    title: { en: "Professional Development Session", es: "Sesión de desarrollo profesional" },
    aliases: ["PD Session", "Workshop"],
    description: {
      en: "CTE teachers take a class given by people from industry.",
      es: "Docentes de educación técnica toman una clase que imparten personas de la industria.",
    },
    purpose: "teachers",
    audiences: ["teachers"],
    settings: ["school", "workplace", "virtual"],
    groupShape: "whole_group",
    duration: stated(officePage, { unit: "days", min: 0.5, max: 2 }),
    asks: [
      {
        en: "Teach CTE teachers what is new in the trade, in half a day to two days.",
        es: "Enseñe a docentes de educación técnica lo nuevo del oficio, en medio día a dos días.",
      },
    ],
    documents: [papers.trainingCertificate],
    details: () =>
      z.strictObject({
        topics: told(entries("Topics", 20)),
        seats: count("Seats", 500),
        isByDepartment: yesNo("Run through the department"),
        hasApprovedSponsor: yesNo("Offered by an approved sponsor of continuing education").optional(),
      }),
    hours: adultHours,
  }),
  activity("teacher-externship", {
    title: { en: "Teacher Externship", es: "Estadía de docentes en una empresa" },
    description: {
      en: "A firm hosts teachers, who learn about the firm, current trends, its roles and how it hires, and take that back to the classroom.",
      es: "Una empresa recibe a docentes, que conocen la empresa, las tendencias actuales, sus puestos y cómo contrata, y lo llevan al aula.",
    },
    purpose: "teachers",
    audiences: ["teachers"],
    settings: ["workplace"],
    groupShape: "placement",
    duration: stated(officePage, { unit: "days", min: 3, max: 14 }),
    asks: [
      {
        en: "Host teachers for three days to two weeks, and let them meet employees in various roles.",
        es: "Reciba a docentes de tres días a dos semanas y preséntelos a empleados de distintos puestos.",
      },
    ],
    documents: [papers.trainingCertificate],
    details: () =>
      z.strictObject({
        places: count("Places", 100),
        departments: told(entries("Departments that teachers see", 20)),
        takeaway: told(words("What teachers take back to the classroom")),
        hasHiringTalk: yesNo("Tells how the firm hires").optional(),
        hasApprovedSponsor: yesNo("Offered by an approved sponsor of continuing education").optional(),
      }),
    hours: adultHours,
  }),
];
