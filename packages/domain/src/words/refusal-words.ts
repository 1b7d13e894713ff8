import { rosterRefusalWords } from "../event/words.ts";
import type { DomainRefusalCode } from "../refusal-codes.ts";
import type { Sentence } from "../rule/explain.ts";

/**
 * What each refusal says: what is the case, and what to do. `{name}` is where a fact of the refusal goes. Moments are left out,
 * since only whoever shows them knows the zone. A code that is added to a decision does not compile until it is said here.
 */
export const refusalWords = {
  ...rosterRefusalWords,
  answers_invalid: {
    en: "Some answers do not fit the questions. Look at those that are marked.",
    es: "Algunas respuestas no corresponden a las preguntas. Revise las que están marcadas.",
  },
  capacity_out_of_range: {
    en: "The capacity must be a whole number from {min} to {max}.",
    es: "El cupo debe ser un número entero de {min} a {max}.",
  },
  certificate_issued: {
    en: "This person has such a certificate already. Take it back before another is issued.",
    es: "Esta persona ya tiene un certificado así. Revóquelo antes de emitir otro.",
  },
  certificate_language_over_length: {
    en: "Hours in language acquisition cannot be more than the {lengthMinutes} minutes in all.",
    es: "Las horas de adquisición del lenguaje no pueden superar los {lengthMinutes} minutos en total.",
  },
  certificate_not_checked_in: {
    en: "A certificate is only for who was checked in. Check the person in first.",
    es: "El certificado es solo para quien registró su llegada. Regístrela primero.",
  },
  certificate_over_session: {
    en: "The session lasted {limitMinutes} minutes, and a certificate cannot say more.",
    es: "La sesión duró {limitMinutes} minutos y un certificado no puede indicar más.",
  },
  certificate_revoked: {
    en: "The certificate was taken back already. Issue a new one where it is due.",
    es: "El certificado ya se revocó. Emita uno nuevo si corresponde.",
  },
  certificate_session_not_over: {
    en: "The session is not over yet. Issue the certificate after its end.",
    es: "La sesión aún no terminó. Emita el certificado después de su fin.",
  },
  certificate_sponsor_not_approved: {
    en: "The sponsor was not approved on {on}. Choose one that was, or issue a certificate of attendance.",
    es: "El patrocinador no estaba aprobado el {on}. Elija uno que lo estuviera o emita un certificado de asistencia.",
  },
  check_in_not_confirmed: {
    en: "Only a confirmed sign-up can be checked in. Look at it as it stands now.",
    es: "Solo se puede registrar la llegada de una inscripción confirmada. Mírela como está ahora.",
  },
  check_in_not_open: {
    en: "Check-in has not opened yet. Try again nearer to the start.",
    es: "El registro de llegada aún no está abierto. Inténtelo más cerca del comienzo.",
  },
  check_in_other_session: {
    en: "The sign-up is for another session. Choose that session.",
    es: "La inscripción es para otra sesión. Elija esa sesión.",
  },
  check_in_over_party: {
    en: "The party is of {partySize}. Check in from 1 to that many.",
    es: "El grupo es de {partySize}. Registre de 1 a esa cantidad.",
  },
  counts_do_not_add_up: {
    en: "A total of {total} is given, but its parts add up to {parts}. Look at both again.",
    es: "Se indica un total de {total}, pero sus partes suman {parts}. Revise ambos.",
  },
  counts_not_publishable: {
    en: "The {small} small counts of this table cannot be hidden so that nobody computes them. Merge rows or columns.",
    es: "Los {small} números pequeños de esta tabla no se pueden ocultar de modo que nadie los calcule. Combine filas o columnas.",
  },
  event_cancelled: {
    en: "The event was cancelled, so nobody can be signed up.",
    es: "El evento se canceló, por lo que nadie puede inscribirse.",
  },
  event_not_closed: {
    en: "Sign-ups are not closed, so they cannot be reopened. Look at the event as it stands now.",
    es: "Las inscripciones no están cerradas, por lo que no se pueden reabrir. Mire el evento como está ahora.",
  },
  event_not_draft: {
    en: "The event is not a draft any more. Look at it as it stands now.",
    es: "El evento ya no es un borrador. Mírelo como está ahora.",
  },
  event_not_editable: {
    en: "The event is over or was cancelled, so it stays as it is. Make a new one.",
    es: "El evento terminó o se canceló, por lo que queda como está. Cree uno nuevo.",
  },
  event_not_published: {
    en: "The event is not published, so its sign-ups cannot be closed. Look at it as it stands now.",
    es: "El evento no está publicado, por lo que no se pueden cerrar sus inscripciones. Mírelo como está ahora.",
  },
  event_not_ready: {
    en: "Something that a published event must have is missing or lies in the past. Look at the fields that are marked.",
    es: "Falta algo que un evento publicado debe tener, o ya pasó. Revise los campos marcados.",
  },
  event_over: {
    en: "The event is over or was cancelled already. There is nothing to do.",
    es: "El evento terminó o ya se canceló. No hay nada que hacer.",
  },
  hours_not_checked_in: {
    en: "Hours are only for who was checked in. Ask the host to check you in.",
    es: "Las horas son solo para quien registró su llegada. Pida al anfitrión que la registre.",
  },
  hours_not_logged: {
    en: "The hours were decided already. Look at them as they stand now.",
    es: "Las horas ya se resolvieron. Mírelas como están ahora.",
  },
  hours_over_session: {
    en: "At most {limitMinutes} minutes of this session are left to log.",
    es: "Quedan como máximo {limitMinutes} minutos de esta sesión por registrar.",
  },
  hours_session_not_over: {
    en: "The session is not over yet. Log the hours after its end.",
    es: "La sesión aún no terminó. Registre las horas después de su fin.",
  },
  match_id_repeated: {
    en: "The id {id} stands twice. Leave one of the two out.",
    es: "El identificador {id} aparece dos veces. Quite uno de los dos.",
  },
  not_pending: {
    en: "This sign-up does not await a decision any more. Look at the list again.",
    es: "Esta inscripción ya no espera una decisión. Vuelva a mirar la lista.",
  },
  not_standing: {
    en: "This sign-up has ended. Whoever withdrew may sign up again, at the end of the line.",
    es: "Esta inscripción ya terminó. Quien se retiró puede inscribirse de nuevo, al final de la lista.",
  },
  offer_expiry_not_ahead: {
    en: "The offer must stand until a later time than now. Choose another end.",
    es: "La oferta debe valer hasta un momento posterior a ahora. Elija otro final.",
  },
  opportunity_event_not_over: {
    en: "The event is not over yet. Close the opportunity when it is.",
    es: "El evento aún no ha terminado. Cierre la oportunidad cuando termine.",
  },
  opportunity_expired: {
    en: "The opportunity has expired. Ask the partner to offer it again.",
    es: "La oportunidad venció. Pida al socio que la ofrezca de nuevo.",
  },
  opportunity_not_held: {
    en: "No school holds the opportunity, so there is nothing to give back. Look at it as it stands now.",
    es: "Ninguna escuela tiene la oportunidad, por lo que no hay nada que devolver. Mírela como está ahora.",
  },
  opportunity_not_matched: {
    en: "The opportunity is matched to no school, so it cannot be scheduled. Match it first.",
    es: "La oportunidad no está asignada a ninguna escuela, por lo que no se puede programar. Asígnela primero.",
  },
  opportunity_not_offered: {
    en: "The opportunity was reviewed already. Look at it as it stands now.",
    es: "La oportunidad ya se revisó. Mírela como está ahora.",
  },
  opportunity_not_open: {
    en: "The opportunity takes no requests. Choose another one.",
    es: "La oportunidad no admite solicitudes. Elija otra.",
  },
  opportunity_not_requested: {
    en: "No request waits for the opportunity, so it cannot be matched. Look at it as it stands now.",
    es: "Ninguna solicitud espera la oportunidad, por lo que no se puede asignar. Mírela como está ahora.",
  },
  opportunity_not_reviewed: {
    en: "The opportunity is not reviewed, or is open already. Look at it as it stands now.",
    es: "La oportunidad no está revisada, o ya está abierta. Mírela como está ahora.",
  },
  opportunity_not_scheduled: {
    en: "The opportunity is not scheduled, so it cannot be done. Schedule it first.",
    es: "La oportunidad no está programada, por lo que no se puede dar por realizada. Prográmela primero.",
  },
  opportunity_over: {
    en: "The opportunity has come to its end and stays as it is. Ask the partner for a new offer.",
    es: "La oportunidad llegó a su fin y queda como está. Pida al socio una nueva oferta.",
  },
  party_larger_than_session: {
    en: "The group has more people than the session has seats. Come with fewer, or choose another session.",
    es: "El grupo tiene más personas que lugares la sesión. Venga con menos personas o elija otra sesión.",
  },
  party_not_smaller: {
    en: "A group can only be made smaller, and not to nobody. To add people, sign them up; to cancel, withdraw.",
    es: "Un grupo solo puede reducirse, y no quedar sin nadie. Para agregar personas, inscríbalas; para cancelar, retírese.",
  },
  party_too_large: {
    en: "At most {partySizeLimit} may sign up together. Make the group smaller.",
    es: "Como máximo {partySizeLimit} pueden inscribirse juntas. Reduzca el grupo.",
  },
  question_answered: {
    en: "People have answered this question, so it cannot go or change its kind. Retire it and ask another.",
    es: "Ya hay respuestas a esta pregunta, por lo que no se puede quitar ni cambiar de tipo. Retírela y haga otra.",
  },
  request_activity_differs: {
    en: "The request asks for another activity than the one offered. Ask for that one, or choose another opportunity.",
    es: "La solicitud pide una actividad distinta de la ofrecida. Pida esa, o elija otra oportunidad.",
  },
  request_expired: {
    en: "The request has expired. Ask the school to request again.",
    es: "La solicitud venció. Pida a la escuela que la haga de nuevo.",
  },
  request_expiry_not_ahead: {
    en: "The request must stand until a later time than now. Choose another end.",
    es: "La solicitud debe valer hasta un momento posterior a ahora. Elija otro final.",
  },
  request_group_outside: {
    en: "The offer is for {min} to {max} students, and {students} are asked for. Change the group, or choose another opportunity.",
    es: "La oferta es para {min} a {max} estudiantes, y se piden {students}. Cambie el grupo o elija otra oportunidad.",
  },
  request_hold_not_ahead: {
    en: "The school must have until a later time than now to schedule it. Choose another end.",
    es: "La escuela debe tener hasta un momento posterior a ahora para programarla. Elija otro final.",
  },
  request_repeated: {
    en: "The school has requested this opportunity already. Its first request stands.",
    es: "La escuela ya solicitó esta oportunidad. Su primera solicitud sigue en pie.",
  },
  request_unknown: {
    en: "The opportunity has no such request any more. Look at it as it stands now.",
    es: "La oportunidad ya no tiene esa solicitud. Mírela como está ahora.",
  },
  requests_full: {
    en: "The opportunity has {limit} requests, and takes no more. Choose another one.",
    es: "La oportunidad tiene {limit} solicitudes y no admite más. Elija otra.",
  },
  session_cancelled: {
    en: "The session was cancelled. Choose another one.",
    es: "La sesión se canceló. Elija otra.",
  },
  session_full: {
    en: "There is neither a seat nor a place in line for this group. Choose another session.",
    es: "No hay lugar ni puesto en la lista de espera para este grupo. Elija otra sesión.",
  },
  session_has_sign_ups: {
    en: "People have signed up for this session, so it cannot be removed. Cancel it with a reason that they are told.",
    es: "Hay personas inscritas en esta sesión, por lo que no se puede quitar. Cancélela con un motivo que se les comunicará.",
  },
  session_not_started: {
    en: "The session has not begun yet. Try again after its start.",
    es: "La sesión aún no empezó. Inténtelo después de su comienzo.",
  },
  session_started: {
    en: "The session has begun, so its seats and sign-ups stay as they are.",
    es: "La sesión ya comenzó, por lo que sus lugares e inscripciones quedan como están.",
  },
  session_unknown: {
    en: "The event has no such session. Look at the event as it stands now.",
    es: "El evento no tiene esa sesión. Mire el evento como está ahora.",
  },
  sign_ups_closed: {
    en: "Sign-ups are closed. The office may still add you until the start: ask its contact.",
    es: "Las inscripciones están cerradas. La oficina aún puede agregarle hasta el comienzo: pregunte a su contacto.",
  },
  sign_ups_not_open: {
    en: "Sign-ups are not open yet. Come back when they are.",
    es: "Las inscripciones aún no están abiertas. Vuelva cuando lo estén.",
  },
} as const satisfies Record<DomainRefusalCode, Sentence>;
