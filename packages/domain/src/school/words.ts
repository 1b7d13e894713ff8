import type { Words } from "../rule/explain.ts";

/** What the rules on program approval and on a school's advisory board say. */
export const schoolWords = {
  // Program approval: reasons.
  program_evidence: { met: { en: "In place: {about}.", es: "Consta: {about}." }, unmet: { en: "Missing: {about}.", es: "Falta: {about}." } },
  program_nothing_due: { en: "Nothing is due at this stage.", es: "En esta etapa no hace falta nada." },
  program_not_due: { en: "Not due before the external review.", es: "No hace falta antes de la revisión externa." },
  program_other_application: {
    en: "Does not concern this kind of application.",
    es: "No se aplica a este tipo de solicitud.",
  },
  program_no_such_deadline: { en: "No deadline is known for this day.", es: "No se conoce ningún plazo para esta fecha." },
  program_submitted_by: {
    met: { en: "Submitted on {submittedOn}, due by {due}.", es: "Presentada el {submittedOn}; el plazo vence el {due}." },
    unmet: { en: "Submitted on {submittedOn}, but due by {due}.", es: "Presentada el {submittedOn}, pero el plazo venció el {due}." },
  },
  program_not_submitted_by: {
    met: { en: "Not submitted yet: due by {due}.", es: "Aún sin presentar: el plazo vence el {due}." },
    unmet: { en: "Not submitted, and was due by {due}.", es: "Sin presentar, y el plazo venció el {due}." },
  },
  program_term: {
    met: { en: "The approval ends on {expiresOn}, and may run to {latest}.", es: "La aprobación termina el {expiresOn} y puede durar hasta el {latest}." },
    unmet: {
      en: "The approval is said to end on {expiresOn}, but may run to {latest} at most.",
      es: "Se indica que la aprobación termina el {expiresOn}, pero puede durar como máximo hasta el {latest}.",
    },
  },
  program_term_reversed: {
    en: "The approval ends on {expiresOn}, before it begins on {approvedOn}. Write down both days again.",
    es: "La aprobación termina el {expiresOn}, antes de comenzar el {approvedOn}. Vuelva a anotar ambos días.",
  },
  program_complete: { en: "The application is complete.", es: "La solicitud está completa." },
  program_incomplete_by: {
    met: {
      en: "The application is not complete: the program drops off the list after {drops}.",
      es: "La solicitud no está completa: el programa sale de la lista después del {drops}.",
    },
    unmet: {
      en: "The application was not complete on {drops}, so the program drops off the list.",
      es: "La solicitud no estaba completa el {drops}, por lo que el programa sale de la lista.",
    },
  },
  program_review_teachers: {
    en: "Secondary CTE teachers on the review committee: {have} of {need}.",
    es: "Docentes de CTE de secundaria en el comité de revisión: {have} de {need}.",
  },
  program_reviewers_on_self_study_team: {
    en: "Reviewers who were on the self-study team: {have}.",
    es: "Revisores que estuvieron en el equipo de autoevaluación: {have}.",
  },

  "subject:program-approval": { en: "Is the program ready for approval at its stage?", es: "¿Está el programa listo para la aprobación en su etapa?" },

  // Program approval: rules.
  "rule:program-approval.curriculum-and-instruction": {
    en: "Curriculum and instruction: the evidence that is due is there",
    es: "Plan de estudios y enseñanza: están las pruebas que hacen falta",
  },
  "rule:program-approval.work-based-learning": {
    en: "Work-based learning: the evidence that is due is there",
    es: "Aprendizaje basado en el trabajo: están las pruebas que hacen falta",
  },
  "rule:program-approval.assessment-and-accountability": {
    en: "Assessment and accountability: the evidence that is due is there",
    es: "Evaluación y rendición de cuentas: están las pruebas que hacen falta",
  },
  "rule:program-approval.partnerships": { en: "Partnerships: the evidence that is due is there", es: "Alianzas: están las pruebas que hacen falta" },
  "rule:program-approval.program-and-school-capacity": {
    en: "Program and school capacity: the evidence that is due is there",
    es: "Capacidad del programa y de la escuela: están las pruebas que hacen falta",
  },
  "rule:program-approval.reapproval-data": {
    en: "Re-approval: performance data in total, for students with an IEP or a 504 plan, and the number in work-based learning",
    es: "Renovación: datos de rendimiento en total, de estudiantes con IEP o plan 504, y el número en aprendizaje basado en el trabajo",
  },
  "rule:program-approval.review-industry": {
    en: "The review committee has at least two people from business or industry in the program's field",
    es: "El comité de revisión tiene al menos dos personas de empresas o industria del campo del programa",
  },
  "rule:program-approval.review-postsecondary": {
    en: "The review committee has at least one postsecondary partner in the program's field",
    es: "El comité de revisión tiene al menos un socio postsecundario del campo del programa",
  },
  "rule:program-approval.review-teachers": {
    en: "The review committee has secondary CTE teachers",
    es: "El comité de revisión tiene docentes de CTE de secundaria",
  },
  "rule:program-approval.reviewers-apart": {
    en: "No reviewer was on the self-study team",
    es: "Ningún revisor estuvo en el equipo de autoevaluación",
  },
  "rule:program-approval.new-application-in-time": {
    en: "A new program applies in time for the school year in which it begins",
    es: "Un programa nuevo presenta su solicitud a tiempo para el año escolar en que comienza",
  },
  "rule:program-approval.five-year-term": { en: "An approval runs for at most five years", es: "Una aprobación dura como máximo cinco años" },
  "rule:program-approval.reapproval-in-time": {
    en: "Re-approval is applied for in time, in the year in which the approval ends",
    es: "La renovación se solicita a tiempo, en el año en que termina la aprobación",
  },
  "rule:program-approval.reapproval-complete-in-time": {
    en: "An application for re-approval is complete before the program drops off the list",
    es: "La solicitud de renovación está completa antes de que el programa salga de la lista",
  },

  // Program approval: facts.
  "fact:program-approval.application": { en: "new application or re-approval", es: "solicitud nueva o renovación" },
  "fact:program-approval.stage": { en: "stage of the approval", es: "etapa de la aprobación" },
  "fact:program-approval.startsInYear": { en: "year in which the first school year begins", es: "año en que comienza el primer año escolar" },
  "fact:program-approval.approvedOn": { en: "day of the approval", es: "día de la aprobación" },
  "fact:program-approval.expiresOn": { en: "day on which the approval ends", es: "día en que termina la aprobación" },
  "fact:program-approval.submission": { en: "submission", es: "presentación" },
  "fact:program-approval.submission.isSubmitted": { en: "whether the application was submitted", es: "si se presentó la solicitud" },
  "fact:program-approval.submission.on": { en: "day of the submission", es: "día de la presentación" },
  "fact:program-approval.submission.isComplete": { en: "whether the application is complete", es: "si la solicitud está completa" },
  "fact:program-approval.evidence": { en: "evidence", es: "pruebas" },
  "fact:program-approval.evidence.proposal_written": { en: "proposal for the program", es: "propuesta del programa" },
  "fact:program-approval.evidence.curriculum_described": { en: "description of the curriculum", es: "descripción del plan de estudios" },
  "fact:program-approval.evidence.curriculum_reviewed": { en: "review of the curriculum by partners", es: "revisión del plan de estudios por los socios" },
  "fact:program-approval.evidence.teachers_certified": { en: "certification of the teachers in the field", es: "certificación de los docentes en el campo" },
  "fact:program-approval.evidence.work_based_learning_identified": {
    en: "work-based learning identified for students",
    es: "experiencias de aprendizaje basado en el trabajo para los estudiantes",
  },
  "fact:program-approval.evidence.work_based_learning_supported": {
    en: "support of partners for work-based learning",
    es: "apoyo de los socios al aprendizaje basado en el trabajo",
  },
  "fact:program-approval.evidence.technical_assessment_chosen": { en: "technical assessment of the industry", es: "evaluación técnica de la industria" },
  "fact:program-approval.evidence.technical_assessment_reviewed": {
    en: "review of the technical assessment by partners",
    es: "revisión de la evaluación técnica por los socios",
  },
  "fact:program-approval.evidence.employability_profile_made": { en: "employability profile", es: "perfil de empleabilidad" },
  "fact:program-approval.evidence.employability_skills_validated": {
    en: "validation of employability skills by partners",
    es: "validación de las habilidades de empleabilidad por los socios",
  },
  "fact:program-approval.evidence.articulation_agreed": { en: "agreement with a college on articulation", es: "acuerdo de articulación con una universidad" },
  "fact:program-approval.evidence.advisory_body_in_place": {
    en: "advisory board, or a commission in its place",
    es: "junta asesora, o una comisión en su lugar",
  },
  "fact:program-approval.evidence.self_evaluation_form_complete": { en: "complete self-evaluation form", es: "formulario de autoevaluación completo" },
  "fact:program-approval.evidence.required_documents_attached": { en: "required documents", es: "documentos requeridos" },
  "fact:program-approval.evidence.external_review_held": { en: "external review", es: "revisión externa" },
  "fact:program-approval.evidence.application_filled_in": { en: "application filled in", es: "solicitud llenada" },
  "fact:program-approval.evidence.performance_data_total": { en: "performance data of all students", es: "datos de rendimiento de todos los estudiantes" },
  "fact:program-approval.evidence.performance_data_iep": {
    en: "performance data of students with an IEP",
    es: "datos de rendimiento de los estudiantes con IEP",
  },
  "fact:program-approval.evidence.performance_data_504": {
    en: "performance data of students with a 504 plan",
    es: "datos de rendimiento de los estudiantes con plan 504",
  },
  "fact:program-approval.evidence.work_based_learning_counted": {
    en: "number of students in work-based learning",
    es: "número de estudiantes en aprendizaje basado en el trabajo",
  },
  "fact:program-approval.review": { en: "external review", es: "revisión externa" },
  "fact:program-approval.review.partners": { en: "partners on the review committee", es: "socios en el comité de revisión" },
  "fact:program-approval.review.partners.name": { en: "name of the partner on the review committee", es: "nombre del socio en el comité de revisión" },
  "fact:program-approval.review.partners.kind": { en: "kind of the partner on the review committee", es: "tipo del socio en el comité de revisión" },
  "fact:program-approval.review.partners.isInField": {
    en: "whether the partner on the review committee works in the field",
    es: "si el socio en el comité de revisión trabaja en el campo",
  },
  "fact:program-approval.review.cteTeachers": {
    en: "secondary CTE teachers on the review committee",
    es: "docentes de CTE de secundaria en el comité de revisión",
  },
  "fact:program-approval.review.reviewersOnSelfStudyTeam": {
    en: "reviewers who were on the self-study team",
    es: "revisores que estuvieron en el equipo de autoevaluación",
  },

  // Advisory board: reasons.
  board_is_own: {
    met: { en: "The school has a board of its own.", es: "La escuela tiene su propia junta." },
    unmet: { en: "The school has no board of its own.", es: "La escuela no tiene su propia junta." },
  },
  board_meetings: { en: "Formal meetings in the last twelve months: {have} of {need}.", es: "Reuniones formales en los últimos doce meses: {have} de {need}." },
  board_self_study_industry: {
    met: { en: "Industry took part in the self-study.", es: "La industria participó en la autoevaluación." },
    unmet: { en: "Industry did not take part in the self-study.", es: "La industria no participó en la autoevaluación." },
  },
  board_self_study_postsecondary: {
    met: { en: "A postsecondary partner took part in the self-study.", es: "Un socio postsecundario participó en la autoevaluación." },
    unmet: { en: "No postsecondary partner took part in the self-study.", es: "Ningún socio postsecundario participó en la autoevaluación." },
  },
  board_curriculum: {
    met: { en: "Partners reviewed the curriculum.", es: "Los socios revisaron el plan de estudios." },
    unmet: { en: "Partners have not reviewed the curriculum.", es: "Los socios no han revisado el plan de estudios." },
  },
  board_assessment: {
    met: { en: "Partners reviewed the technical assessment.", es: "Los socios revisaron la evaluación técnica." },
    unmet: { en: "Partners have not reviewed the technical assessment.", es: "Los socios no han revisado la evaluación técnica." },
  },
  board_employability: {
    met: { en: "Partners validated employability skills.", es: "Los socios validaron las habilidades de empleabilidad." },
    unmet: { en: "Partners have not validated employability skills.", es: "Los socios no han validado las habilidades de empleabilidad." },
  },
  board_work_based_learning: {
    en: "Work-based learning activities with partners in the last twelve months: {have} of {need}.",
    es: "Actividades de aprendizaje basado en el trabajo con socios en los últimos doce meses: {have} de {need}.",
  },
  board_training: {
    met: { en: "Partners supported the teachers' training.", es: "Los socios apoyaron la formación de los docentes." },
    unmet: { en: "Partners have not supported the teachers' training.", es: "Los socios no han apoyado la formación de los docentes." },
  },

  "subject:advisory-board": {
    en: "Is the school's advisory board made up and active as it should be?",
    es: "¿Está la junta asesora de la escuela integrada y activa como debe?",
  },

  // Advisory board: rules.
  "rule:advisory-board.own-board": { en: "The school has an advisory board of its own", es: "La escuela tiene su propia junta asesora" },
  "rule:advisory-board.two-industry-partners": {
    en: "At least two industry partners are on the board",
    es: "En la junta hay al menos dos socios de la industria",
  },
  "rule:advisory-board.postsecondary-partner": {
    en: "At least one postsecondary partner is on the board",
    es: "En la junta hay al menos un socio postsecundario",
  },
  "rule:advisory-board.meets-twice": { en: "The board meets formally twice a year", es: "La junta se reúne formalmente dos veces al año" },
  "rule:advisory-board.self-study": {
    en: "Industry and postsecondary partners take part in the program's self-study committee",
    es: "Socios de la industria y postsecundarios participan en el comité de autoevaluación del programa",
  },
  "rule:advisory-board.curriculum-review": { en: "Partners review the curriculum", es: "Los socios revisan el plan de estudios" },
  "rule:advisory-board.assessment-review": { en: "Partners review the technical assessment", es: "Los socios revisan la evaluación técnica" },
  "rule:advisory-board.employability-validation": {
    en: "Partners validate employability skills",
    es: "Los socios validan las habilidades de empleabilidad",
  },
  "rule:advisory-board.work-based-learning": {
    en: "Partners take part in career days, mock interviews and other work-based learning",
    es: "Los socios participan en días de las profesiones, entrevistas simuladas y otras experiencias de aprendizaje basado en el trabajo",
  },
  "rule:advisory-board.training": { en: "Partners support the teachers' training", es: "Los socios apoyan la formación de los docentes" },

  // Advisory board: facts.
  "fact:advisory-board.hasOwnBoard": { en: "whether the school has a board of its own", es: "si la escuela tiene su propia junta" },
  "fact:advisory-board.partners": { en: "partners on the board", es: "socios en la junta" },
  "fact:advisory-board.partners.name": { en: "name of the partner on the board", es: "nombre del socio en la junta" },
  "fact:advisory-board.partners.kind": { en: "kind of the partner on the board", es: "tipo del socio en la junta" },
  "fact:advisory-board.meetingsInYear": { en: "formal meetings in the last twelve months", es: "reuniones formales en los últimos doce meses" },
  "fact:advisory-board.selfStudy": { en: "self-study", es: "autoevaluación" },
  "fact:advisory-board.selfStudy.hasIndustry": {
    en: "whether industry took part in the self-study",
    es: "si la industria participó en la autoevaluación",
  },
  "fact:advisory-board.selfStudy.hasPostsecondary": {
    en: "whether a postsecondary partner took part in the self-study",
    es: "si un socio postsecundario participó en la autoevaluación",
  },
  "fact:advisory-board.hasReviewedCurriculum": { en: "whether partners reviewed the curriculum", es: "si los socios revisaron el plan de estudios" },
  "fact:advisory-board.hasReviewedAssessment": {
    en: "whether partners reviewed the technical assessment",
    es: "si los socios revisaron la evaluación técnica",
  },
  "fact:advisory-board.hasValidatedEmployability": {
    en: "whether partners validated employability skills",
    es: "si los socios validaron las habilidades de empleabilidad",
  },
  "fact:advisory-board.workBasedLearningActivities": {
    en: "work-based learning activities with partners in the last twelve months",
    es: "actividades de aprendizaje basado en el trabajo con socios en los últimos doce meses",
  },
  "fact:advisory-board.hasSupportedTraining": {
    en: "whether partners supported the teachers' training",
    es: "si los socios apoyaron la formación de los docentes",
  },
} as const satisfies Words;
