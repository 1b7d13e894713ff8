import * as z from "zod";
import type { ActivityType } from "../../../activity/activity-type.ts";
import { cedsCode, cedsCodeByPay } from "../../../activity/ceds-code.ts";
import { careerDayHours, guestSpeakerHours, internshipHours, jobShadowHours, mentoringHours, mockInterviewHours, tourHours } from "../hours-rules.ts";
import { awarenessMemo, cdosAttachment, schoolGrid, toolkitPages, unregisteredPage } from "../sources.ts";
import { activity, papers, stated } from "./activity.ts";
import { count, entries, minutes, oneOf, told, whole, words, yesNo } from "./fields.ts";

/** Where people from industry and students meet, in the order of the office's page. */
export const withStudents: readonly ActivityType[] = [
  activity("career-day", {
    title: { en: "Career Day", es: "Día de las profesiones" },
    aliases: ["Career Fair", "Job Fair", "Career Expo"],
    description: {
      en: "Partners from several firms come together at a school and tell what their firm does, what their job is like, and the education and skills it takes.",
      es: "Socios de varias empresas se reúnen en una escuela y cuentan qué hace su empresa, cómo es su trabajo y qué estudios y habilidades requiere.",
    },
    purpose: "students",
    audiences: ["students"],
    settings: ["school"],
    groupShape: "groups_by_rotation",
    level: stated(toolkitPages.careerDay, "awareness"),
    duration: stated(schoolGrid, { unit: "hours", min: 1, max: 3 }),
    asks: [
      {
        en: "Send people who tell students about the firm, their job, and how one gets there.",
        es: "Envíe personas que cuenten a los estudiantes sobre la empresa, su trabajo y cómo se llega a él.",
      },
    ],
    documents: [papers.signOffSheet, papers.fairReflection],
    details: () =>
      z.strictObject({
        firms: count("Firms", 200),
        groups: count("Groups of students", 100),
        minutesPerRotation: told(minutes("Minutes with each speaker", 120)),
        breakMinutes: whole("Minutes between rotations", 0, 60).optional(),
      }),
    hours: careerDayHours,
  }),
  activity("workplace-tour", {
    title: { en: "Workplace Tour", es: "Visita a un lugar de trabajo" },
    aliases: ["Industry Tour", "Site Visit"],
    description: {
      en: "Students visit a workplace, learn about the business, meet employees, ask questions and watch the work.",
      es: "Los estudiantes visitan un lugar de trabajo, conocen la empresa y a su personal, hacen preguntas y observan el trabajo.",
    },
    purpose: "students",
    audiences: ["students"],
    settings: ["workplace"],
    groupShape: "whole_group",
    level: stated(toolkitPages.workplaceTour, "awareness"),
    duration: stated(toolkitPages.workplaceTour, { unit: "hours", min: 1.5, max: 2 }),
    asks: [
      {
        en: "Open the workplace to a group, show the work, and answer questions.",
        es: "Abra el lugar de trabajo a un grupo, muestre el trabajo y responda preguntas.",
      },
    ],
    documents: [papers.proofOfParticipation],
    details: () =>
      z.strictObject({
        students: count("Students at a time", 200),
        stops: told(entries("What the group sees", 20)),
        guides: count("Guides", 50).optional(),
        protectiveEquipment: told(entries("Protective equipment to wear", 10)).optional(),
      }),
    hours: tourHours,
  }),
  activity("mock-interview", {
    title: { en: "Mock Interview", es: "Entrevista simulada" },
    aliases: ["Practice Interview"],
    description: {
      en: "Each volunteer sits down with one student and interviews them as if for a paid internship or a job at the firm.",
      es: "Cada voluntario se sienta con un estudiante y lo entrevista como si fuera para una pasantía pagada o un empleo en la empresa.",
    },
    purpose: "students",
    audiences: ["students"],
    settings: ["school", "workplace", "virtual"],
    groupShape: "one_on_one",
    level: stated(toolkitPages.mockInterview, "awareness"),
    asks: [
      {
        en: "Send employees who each interview one student at a time, and say what went well.",
        es: "Envíe empleados que entrevisten a un estudiante a la vez y digan qué salió bien.",
      },
    ],
    details: () =>
      z.strictObject({
        minutesPerInterview: told(minutes("Minutes of an interview", 120)),
        interviewsPerVolunteer: count("Interviews of each volunteer", 30),
        position: told(words("Position that the interview is for")),
        kindOfPosition: oneOf("Kind of position", ["paid_internship", "job"]),
        hasResumes: yesNo("Students bring a résumé").optional(),
      }),
    hours: mockInterviewHours,
  }),
  activity("internship", {
    title: { en: "Internship", es: "Pasantía" },
    description: {
      en: "A structured placement, limited in time, in which a student takes part in the work of a firm and sees it first hand.",
      es: "Una práctica estructurada y de tiempo limitado en la que un estudiante participa en el trabajo de una empresa y lo conoce de primera mano.",
    },
    purpose: "students",
    audiences: ["students"],
    settings: ["workplace"],
    groupShape: "placement",
    level: stated(toolkitPages.internship, "preparation"),
    asks: [
      {
        en: "Take on students at a worksite for a set time, with real tasks and somebody who looks after them.",
        es: "Reciba estudiantes en un lugar de trabajo por un tiempo fijado, con tareas reales y una persona que los acompañe.",
      },
    ],
    documents: [papers.workingPapers],
    details: () =>
      z.strictObject({
        places: count("Places", 500),
        weeks: count("Weeks", 52),
        hoursPerWeek: count("Hours a week", 48),
        isPaid: yesNo("Paid"),
        tasks: entries("Tasks", 20),
        isVirtual: yesNo("From elsewhere than the worksite").optional(),
      }),
    hours: internshipHours,
    ceds: cedsCodeByPay("PaidInternship", "UnpaidInternship"),
  }),
  activity("guest-speaker", {
    source: awarenessMemo,
    title: { en: "Guest Speaker", es: "Orador invitado" },
    aliases: ["Classroom Speaker"],
    description: {
      en: "Somebody from the trade speaks to a class about their work and how they came to it.",
      es: "Una persona del oficio habla a una clase sobre su trabajo y cómo llegó a él.",
    },
    purpose: "students",
    audiences: ["students"],
    settings: ["school", "virtual"],
    groupShape: "whole_group",
    level: stated(awarenessMemo, "awareness"),
    asks: [{ en: "Send somebody who speaks to a class and answers its questions.", es: "Envíe a una persona que hable a una clase y responda sus preguntas." }],
    documents: [papers.proofOfParticipation, papers.reflection],
    details: () =>
      z.strictObject({ topic: told(words("Topic")), classes: count("Classes", 20), minutesPerClass: told(minutes("Minutes with each class", 180)) }),
    hours: guestSpeakerHours,
  }),
  activity("job-shadow", {
    source: unregisteredPage,
    title: { en: "Job Shadow", es: "Acompañamiento laboral" },
    aliases: ["Job Shadowing"],
    description: {
      en: "A student goes along with somebody at work, for some hours or a day, and sees what the job is like.",
      es: "Un estudiante acompaña a una persona en su trabajo durante unas horas o un día y ve cómo es el empleo.",
    },
    purpose: "students",
    audiences: ["students"],
    settings: ["workplace"],
    groupShape: "one_on_one",
    level: stated(schoolGrid, "exploration"),
    duration: stated(cdosAttachment, { unit: "hours", min: 1, max: 8 }),
    asks: [
      { en: "Let a student go along with one of your people at work.", es: "Permita que un estudiante acompañe a una persona de su equipo en el trabajo." },
    ],
    details: () =>
      z.strictObject({
        places: count("Places", 100),
        role: told(words("Whose work it is")),
        protectiveEquipment: told(entries("Protective equipment to wear", 10)).optional(),
      }),
    hours: jobShadowHours,
    ceds: cedsCode("JobShadowing"),
  }),
  activity("mentoring", {
    source: toolkitPages.continuum,
    title: { en: "Mentoring", es: "Mentoría" },
    aliases: ["Career Mentoring"],
    description: {
      en: "Somebody from the trade meets the same students again and again, listens, and helps them find their way.",
      es: "Una persona del oficio se reúne una y otra vez con los mismos estudiantes, los escucha y los ayuda a encontrar su camino.",
    },
    purpose: "students",
    audiences: ["students"],
    settings: ["school", "workplace", "virtual"],
    groupShape: "one_on_one",
    level: stated(toolkitPages.continuum, "awareness"),
    asks: [
      {
        en: "Send people who meet the same students regularly over some months.",
        es: "Envíe personas que se reúnan con los mismos estudiantes durante algunos meses.",
      },
    ],
    details: () =>
      z.strictObject({
        mentors: count("Mentors", 500),
        meetings: count("Meetings", 60),
        minutesPerMeeting: told(minutes("Minutes of a meeting", 240)),
        isInGroups: yesNo("Several students with one mentor"),
      }),
    hours: mentoringHours,
    ceds: cedsCode("Mentorship"),
  }),
];
