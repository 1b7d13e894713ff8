import type { Words } from "../rule/explain.ts";

/** What the rules on work-based learning say. */
export const workBasedLearningWords = {
  wbl_type_open: {
    met: { en: "The type {type} can be offered on that day.", es: "El tipo {type} se puede ofrecer ese día." },
    unmet: {
      en: "The type {type} cannot be registered on that day.",
      es: "El tipo {type} no se puede registrar ese día.",
    },
  },
  wbl_type_folded: {
    en: "The type was open until {lastDay} and was then folded into another: {type}, now {foldedInto}.",
    es: "El tipo se pudo registrar hasta el {lastDay} y después se integró en otro: {type}, ahora {foldedInto}.",
  },
  wbl_type_has_no_rules: {
    en: "No rules are known for the type {type} on that day.",
    es: "No se conocen normas para el tipo {type} en ese día.",
  },
  wbl_registered_only: {
    en: "This is asked of registered types only.",
    es: "Esto se pide solo a los tipos registrados.",
  },
  wbl_unregistered_only: {
    en: "This is asked only of experiences that need no registration.",
    es: "Esto se pide solo a las experiencias que no necesitan registro.",
  },
  wbl_age: {
    en: "The youngest students are {youngestAge}; the type is open from {minimumAge}.",
    es: "Los estudiantes más jóvenes tienen {youngestAge} años; el tipo admite desde los {minimumAge}.",
  },
  wbl_age_limit: {
    en: "The youngest students are {youngestAge}; the type ends at {maximumAge}.",
    es: "Los estudiantes más jóvenes tienen {youngestAge} años; el tipo termina a los {maximumAge}.",
  },
  wbl_grade: {
    en: "The lowest grade is {lowestGrade}; credit begins in grade {need}.",
    es: "El grado más bajo es el {lowestGrade}; los créditos empiezan en el grado {need}.",
  },
  wbl_no_credit_asked: {
    met: { en: "No credit is asked for.", es: "No se piden créditos." },
    unmet: { en: "Credit is asked for: {creditUnits} units.", es: "Se piden créditos: {creditUnits} unidades." },
  },
  wbl_paid: {
    met: { en: "Students are paid, and the type allows it.", es: "Los estudiantes reciben pago y el tipo lo permite." },
    unmet: { en: "Students are paid, and the type is unpaid.", es: "Los estudiantes reciben pago y el tipo es sin pago." },
  },
  wbl_unpaid: {
    met: { en: "Students are not paid, and the type allows it.", es: "Los estudiantes no reciben pago y el tipo lo permite." },
    unmet: { en: "Students are not paid, and the type is paid.", es: "Los estudiantes no reciben pago y el tipo es pagado." },
  },
  wbl_pay_disputed: {
    en: "The state's page says two things: its table allows unpaid placements, its text speaks of paid ones. Ask the state.",
    es: "La página del estado dice dos cosas: su tabla permite puestos sin pago y su texto habla de puestos pagados. Consulte al estado.",
  },
  wbl_credit_earned: {
    en: "{worksiteHours} hours at the worksite earn at most {most} units of credit; asked for: {creditUnits}.",
    es: "{worksiteHours} horas en el lugar de trabajo dan como máximo {most} unidades de crédito; se piden: {creditUnits}.",
  },
  wbl_credit_disputed: {
    en: "{worksiteHours} hours at the worksite earn at most {most} units of credit by the state's table; another page that was read speaks of other steps. Asked for: {creditUnits}. Ask the state.",
    es: "{worksiteHours} horas en el lugar de trabajo dan como máximo {most} unidades de crédito según la tabla del estado; otra página consultada habla de otros tramos. Se piden: {creditUnits}. Consulte al estado.",
  },
  wbl_instruction_periods: {
    en: "Periods of related instruction a week: {have} of {need}.",
    es: "Períodos semanales de instrucción relacionada: {have} de {need}.",
  },
  wbl_instruction_hours: {
    en: "Hours of related instruction: {have} of {need}.",
    es: "Horas de instrucción relacionada: {have} de {need}.",
  },
  wbl_coordinator: {
    en: "The coordinator's extension: {coordinatorExtension}. One of these is needed: {need}.",
    es: "Extensión del coordinador: {coordinatorExtension}. Se necesita una de estas: {need}.",
  },
  wbl_old_extension: {
    en: "The coordinator holds the old extension {coordinatorExtension}. One extension took the place of two in 2023; how the old ones count since was not found in the source.",
    es: "El coordinador tiene la extensión anterior {coordinatorExtension}. En 2023 una sola extensión reemplazó a las dos; la fuente leída no dice cómo cuentan desde entonces las anteriores.",
  },
  wbl_relates_to_program: {
    met: { en: "It relates to the program.", es: "Se relaciona con el programa." },
    unmet: { en: "It must relate to the program, and does not.", es: "Debe relacionarse con el programa y no lo hace." },
  },
  wbl_need_not_relate: { en: "The type need not relate to the program.", es: "El tipo no tiene que relacionarse con el programa." },
  wbl_supervised: {
    met: { en: "Somebody of the school supervises it.", es: "Alguien de la escuela lo supervisa." },
    unmet: {
      en: "Instructional staff, an administrator or a school counselor must supervise it.",
      es: "Debe supervisarlo personal docente, de dirección o de consejería escolar.",
    },
  },
  wbl_within_class: {
    met: { en: "It is part of a class that earns credit.", es: "Es parte de una clase que da créditos." },
    unmet: { en: "It is not part of a class that earns credit.", es: "No es parte de una clase que dé créditos." },
  },
  wbl_no_awareness: { en: "No career awareness is counted.", es: "No se cuentan horas de conocimiento de profesiones." },
  wbl_awareness_cap: {
    en: "Hours of career awareness: {have}; at most {most} count.",
    es: "Horas de conocimiento de profesiones: {have}; cuentan como máximo {most}.",
  },
  wbl_awareness_documented: {
    met: { en: "Experience {place} is documented.", es: "La experiencia {place} está documentada." },
    unmet: { en: "Experience {place} lacks documents: {lacking}.", es: "A la experiencia {place} le faltan documentos: {lacking}." },
  },
  wbl_awareness_documents_not_read: {
    en: "What must document experience {place} was not read in the source. Keep who took part and what the students wrote, and ask the state.",
    es: "La parte de la fuente que dice cómo documentar la experiencia {place} no se leyó. Guarde quién participó y lo que escribieron los estudiantes, y consulte al estado.",
  },
  wbl_awareness_not_named: {
    en: "Experience {place} is of a kind that the state does not name.",
    es: "La experiencia {place} es de un tipo que el estado no menciona.",
  },
  wbl_not_clinical: {
    met: { en: "The hours are not clinical ones.", es: "Las horas no son clínicas." },
    unmet: {
      en: "Career awareness does not count toward the clinical hours of a health program.",
      es: "El conocimiento de profesiones no cuenta para las horas clínicas de un programa de salud.",
    },
  },
  wbl_local_goal: {
    en: "Hours of work-based learning: {have} of {need} that the agency wants.",
    es: "Horas de aprendizaje basado en el trabajo: {have} de las {need} que quiere la agencia.",
  },
  wbl_not_for_cdos: {
    met: { en: "The hours are not for the CDOS credential.", es: "Las horas no son para la credencial CDOS." },
    unmet: { en: "The hours are for the CDOS credential.", es: "Las horas son para la credencial CDOS." },
  },
  wbl_cdos_work_based: {
    en: "Hours of work-based learning for the credential: {have} of {need}.",
    es: "Horas de aprendizaje basado en el trabajo para la credencial: {have} de {need}.",
  },
  wbl_cdos_in_all: {
    en: "Hours of courses and work-based learning for the credential: {have} of {need}.",
    es: "Horas de cursos y de aprendizaje basado en el trabajo para la credencial: {have} de {need}.",
  },

  "subject:work-based-learning": {
    en: "Does this experience count as work-based learning?",
    es: "¿Cuenta esta experiencia como aprendizaje basado en el trabajo?",
  },
  "subject:work-based-learning-hours": {
    en: "Do the hours that a program offers count, and are they enough?",
    es: "¿Cuentan las horas que ofrece un programa, y son suficientes?",
  },

  "rule:work-based-learning.open-type": { en: "The type can be registered", es: "El tipo se puede registrar" },
  "rule:work-based-learning.age": { en: "Students are old enough", es: "Los estudiantes tienen la edad requerida" },
  "rule:work-based-learning.grade": { en: "Students are in grade 9 or above, for credit", es: "Los estudiantes están en el grado 9 o superior, para créditos" },
  "rule:work-based-learning.pay": { en: "It is paid or unpaid as the type allows", es: "Es con o sin pago, según permite el tipo" },
  "rule:work-based-learning.credit": { en: "The hours earn the credit", es: "Las horas dan los créditos" },
  "rule:work-based-learning.related-instruction": { en: "Instruction at school goes with it", es: "Va acompañado de instrucción en la escuela" },
  "rule:work-based-learning.coordinator": { en: "The coordinator holds the extension", es: "El coordinador tiene la extensión" },
  "rule:work-based-learning.relates-to-program": { en: "It relates to the program", es: "Se relaciona con el programa" },
  "rule:work-based-learning.supervision": { en: "The school's own people supervise it", es: "Lo supervisa personal de la escuela" },
  "rule:work-based-learning.no-credit-alone": { en: "It earns no credit alone", es: "No da créditos por sí solo" },
  "rule:work-based-learning-hours.awareness-cap": {
    en: "Career awareness stays within its allowance",
    es: "El conocimiento de profesiones no pasa de su límite",
  },
  "rule:work-based-learning-hours.awareness-documents": { en: "Career awareness is documented", es: "El conocimiento de profesiones está documentado" },
  "rule:work-based-learning-hours.awareness-not-clinical": {
    en: "Career awareness is not among clinical hours",
    es: "El conocimiento de profesiones no está entre las horas clínicas",
  },
  "rule:work-based-learning-hours.local-goal": { en: "The agency's goal for every program", es: "La meta de la agencia para cada programa" },
  "rule:work-based-learning-hours.cdos": { en: "Hours for the CDOS credential", es: "Horas para la credencial CDOS" },

  "fact:work-based-learning.type": { en: "type of experience", es: "tipo de experiencia" },
  "fact:work-based-learning.youngestAge": { en: "age of the youngest students", es: "edad de los estudiantes más jóvenes" },
  "fact:work-based-learning.lowestGrade": { en: "lowest grade", es: "grado más bajo" },
  "fact:work-based-learning.isPaid": { en: "whether students are paid", es: "si los estudiantes reciben pago" },
  "fact:work-based-learning.worksiteHours": { en: "hours at the worksite", es: "horas en el lugar de trabajo" },
  "fact:work-based-learning.creditUnits": { en: "units of credit", es: "unidades de crédito" },
  "fact:work-based-learning.isWithinCreditBearingClass": {
    en: "whether it is part of a class that earns credit",
    es: "si es parte de una clase que da créditos",
  },
  "fact:work-based-learning.relatedInstructionHours": { en: "hours of related instruction", es: "horas de instrucción relacionada" },
  "fact:work-based-learning.relatedInstructionPeriodsPerWeek": {
    en: "periods of related instruction a week",
    es: "períodos semanales de instrucción relacionada",
  },
  "fact:work-based-learning.coordinatorExtension": { en: "extension of the coordinator's certificate", es: "extensión del certificado del coordinador" },
  "fact:work-based-learning.isRelatedToProgram": { en: "whether it relates to the program", es: "si se relaciona con el programa" },
  "fact:work-based-learning.supervisedBy": { en: "who supervises it", es: "quién lo supervisa" },
  "fact:work-based-learning-hours.workBasedLearningHours": { en: "hours of work-based learning", es: "horas de aprendizaje basado en el trabajo" },
  "fact:work-based-learning-hours.courseHours": { en: "hours of CTE courses", es: "horas de cursos CTE" },
  "fact:work-based-learning-hours.awareness": { en: "experiences of career awareness", es: "experiencias de conocimiento de profesiones" },
  "fact:work-based-learning-hours.awareness.kind": { en: "kind of experience", es: "tipo de experiencia" },
  "fact:work-based-learning-hours.awareness.hours": { en: "hours of the experience", es: "horas de la experiencia" },
  "fact:work-based-learning-hours.awareness.documents": { en: "documents of the experience", es: "documentos de la experiencia" },
  "fact:work-based-learning-hours.isHealthClinical": { en: "whether the hours are clinical", es: "si las horas son clínicas" },
  "fact:work-based-learning-hours.isForCdos": { en: "whether the hours are for the CDOS credential", es: "si las horas son para la credencial CDOS" },

  "value:work-based-learning.type.ceip": { en: "Career Exploration Internship Program (CEIP)", es: "Programa de Pasantías de Exploración de Carreras (CEIP)" },
  "value:work-based-learning.type.gewep": {
    en: "General Education Work Experience Program (GEWEP)",
    es: "Programa de Experiencia Laboral de Educación General (GEWEP)",
  },
  "value:work-based-learning.type.co-op": {
    en: "Cooperative Career and Technical Education Work Experience Program (CO-OP)",
    es: "Programa Cooperativo de Experiencia Laboral de Educación Técnica (CO-OP)",
  },
  "value:work-based-learning.type.wecep": {
    en: "Work Experience and Career Exploration Program (WECEP)",
    es: "Programa de Experiencia Laboral y Exploración de Carreras (WECEP)",
  },
  "value:work-based-learning.foldedInto.gewep": { en: "GEWEP", es: "GEWEP" },
  "value:work-based-learning.coordinatorExtension.none": { en: "none", es: "ninguna" },
  "value:work-based-learning.coordinatorExtension.work-based-learning": {
    en: "Coordinator of Work-Based Learning Programs",
    es: "coordinación de programas de aprendizaje basado en el trabajo",
  },
  "value:work-based-learning.need.work-based-learning": {
    en: "Coordinator of Work-Based Learning Programs",
    es: "coordinación de programas de aprendizaje basado en el trabajo",
  },
  "value:work-based-learning-hours.lacking.engagement_with_several_firms": {
    en: "proof of talks with several firms",
    es: "prueba de haber hablado con varias empresas",
  },
  "value:work-based-learning-hours.lacking.participation": { en: "proof of participation", es: "constancia de participación" },
  "value:work-based-learning-hours.lacking.reflection": { en: "what the students wrote about it", es: "la reflexión escrita de los estudiantes" },
} as const satisfies Words;
