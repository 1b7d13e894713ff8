import { hc } from "hono/client";
import type { accessAdminRoutes } from "./access/admin-routes.ts";
import type { grantAdminRoutes } from "./access/grant-routes.ts";
import type { auditAdminRoutes } from "./audit/admin-routes.ts";
import type { historyAdminRoutes } from "./audit/history-routes.ts";
import type { eventAdminRoutes } from "./event/admin-routes.ts";
import type { calendarAdminRoutes } from "./event/calendar-routes.ts";
import type { eventCopyAdminRoutes } from "./event/copy-routes.ts";
import type { eventListAdminRoutes } from "./event/list-routes.ts";
import type { eventPreviewAdminRoutes } from "./event/preview-routes.ts";
import type { eventStepAdminRoutes } from "./event/step-routes.ts";
import type { formDraftAdminRoutes } from "./form-draft/admin-routes.ts";
import type { messageAdminRoutes } from "./message/admin-routes.ts";
import type { signUpAdminRoutes } from "./sign-up/admin-routes.ts";
import type { rosterAdminRoutes } from "./sign-up/roster-routes.ts";
import type { todayAdminRoutes } from "./today/admin-routes.ts";
import type { viewAdminRoutes } from "./view/admin-routes.ts";

/**
 * Typed clients of the console's API, a module each: as types of one whole app they would cost the console's compilation
 * ten times as much. Consumers see only the emitted declarations.
 */
type Options = Parameters<typeof hc>[1];

export const accessClient = (origin: string, options?: Options) => hc<ReturnType<typeof accessAdminRoutes>>(`${origin}/api/admin`, options);
export const grantClient = (origin: string, options?: Options) => hc<ReturnType<typeof grantAdminRoutes>>(`${origin}/api/admin/access`, options);
export const historyClient = (origin: string, options?: Options) => hc<ReturnType<typeof historyAdminRoutes>>(`${origin}/api/admin/history`, options);
export const auditClient = (origin: string, options?: Options) => hc<ReturnType<typeof auditAdminRoutes>>(`${origin}/api/admin/audit`, options);
export const eventClient = (origin: string, options?: Options) => hc<ReturnType<typeof eventAdminRoutes>>(`${origin}/api/admin/events`, options);
export const eventListClient = (origin: string, options?: Options) => hc<ReturnType<typeof eventListAdminRoutes>>(`${origin}/api/admin/events`, options);
export const eventStepClient = (origin: string, options?: Options) => hc<ReturnType<typeof eventStepAdminRoutes>>(`${origin}/api/admin/events`, options);
export const eventCopyClient = (origin: string, options?: Options) => hc<ReturnType<typeof eventCopyAdminRoutes>>(`${origin}/api/admin/events`, options);
export const eventPreviewClient = (origin: string, options?: Options) => hc<ReturnType<typeof eventPreviewAdminRoutes>>(`${origin}/api/admin/events`, options);
export const formDraftClient = (origin: string, options?: Options) => hc<ReturnType<typeof formDraftAdminRoutes>>(`${origin}/api/admin/form-drafts`, options);
export const calendarClient = (origin: string, options?: Options) => hc<ReturnType<typeof calendarAdminRoutes>>(`${origin}/api/admin/calendar`, options);
export const todayClient = (origin: string, options?: Options) => hc<ReturnType<typeof todayAdminRoutes>>(`${origin}/api/admin/today`, options);
export const rosterClient = (origin: string, options?: Options) => hc<ReturnType<typeof rosterAdminRoutes>>(`${origin}/api/admin/sessions`, options);
export const signUpClient = (origin: string, options?: Options) => hc<ReturnType<typeof signUpAdminRoutes>>(`${origin}/api/admin/sessions`, options);
export const messageClient = (origin: string, options?: Options) => hc<ReturnType<typeof messageAdminRoutes>>(`${origin}/api/admin/sessions`, options);
export const viewClient = (origin: string, options?: Options) => hc<ReturnType<typeof viewAdminRoutes>>(`${origin}/api/admin/views`, options);

export type { Me } from "./access/contract.ts";
export type { AccessUser, AccessUserList, CouldSee, GrantRow } from "./access/grant-contract.ts";
export type { AuditExport, AuditPage, AuditQuery, AuditRow } from "./audit/contract.ts";
export type { Calendar, CalendarQuery, CalendarSession } from "./event/calendar-contract.ts";
export type {
  EventDetail,
  EventList,
  EventListSearch,
  EventNumbers,
  EventRow,
  EventRowChanges,
  EventRowGone,
  EventRowPage,
  EventStatus,
  PublishFault,
  SeatCounts,
} from "./event/contract.ts";
export type {
  CloneInput,
  MadeSeries,
  PublishedMany,
  PublishMany,
  Series,
  SeriesDates,
  SeriesInput,
  SeriesMember,
  SeriesQuestion,
} from "./event/copy-contract.ts";
export type { EditPreview, EventPreview, MailSample, SessionMovesUp, SessionTold } from "./event/preview-contract.ts";
export type { FormDraft, FormDraftInput, FormSubject, KeptFormDraft } from "./form-draft/contract.ts";
export type { ProblemBody, RefusalCode } from "./http/problem.ts";
export type { LeftOut, MessageList, MessagePreview, MessageRow, MessageText, TestSent, WriteInput, WrittenMessage } from "./message/contract.ts";
export type {
  Added,
  AddedMany,
  Decided,
  DecidedMany,
  DecisionPreview,
  ExportedPage,
  PeopleChanges,
  PeoplePage,
  Roster,
  RosterRow,
  SignUpState,
} from "./sign-up/contract.ts";
export type { Today, UnreachedPeople } from "./today/contract.ts";
export type { SavedView, SavedViews, ViewedList } from "./view/contract.ts";
