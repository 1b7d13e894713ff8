import { createFileRoute } from "@tanstack/react-router";
import { NewEventPage } from "../features/event/new-event-page.tsx";

export const Route = createFileRoute("/_console/events/new")({ component: NewEventPage });
