import type { Me } from "../../lib/api/session.ts";
import { todayIn } from "../../lib/days.ts";
import { allows, allowsOverCity } from "../../lib/me.ts";
import { IconCalendarEvent, IconCalendarMonth, IconHistory, IconHome, IconKey, IconPlus, IconScale, IconUsersGroup } from "../../ui/icons.ts";

/**
 * The console's pages, as its navigation and its palette list them. `keys` go there from anywhere, `dot` is a state's mark in
 * place of a picture.
 */
export const placesOf = (me: Me) =>
  [
    {
      title: "Events",
      places: [
        { to: "/", label: "Today", icon: IconHome, keys: "g t" },
        { to: "/calendar", label: "Calendar", icon: IconCalendarMonth, keys: "g c" },
        { to: "/events", search: {}, label: "All events", icon: IconCalendarEvent, keys: "g e" },
        { to: "/events", search: { from: todayIn(me.agency.zone) }, label: "Upcoming", icon: IconCalendarEvent },
        { to: "/events", search: { status: "draft" }, label: "Drafts", dot: "draft" },
        { to: "/events", search: { status: "published" }, label: "Published", dot: "open" },
        { to: "/events", search: { status: "closed" }, label: "Sign-ups closed", dot: "closed" },
        { to: "/events", search: { status: "done" }, label: "Done", dot: "done" },
        { to: "/events", search: { status: "cancelled" }, label: "Cancelled", dot: "cancelled" },
        ...(allows(me.may, "make_event") ? [{ to: "/events/new", label: "New event", icon: IconPlus, keys: "n" } as const] : []),
      ],
    },
    {
      // What everybody here may look up: it tells nothing of anybody.
      title: "Reference",
      places: [
        { to: "/rules", label: "Rules", icon: IconScale, keys: "g r" },
        { to: "/commissions", label: "Commissions", icon: IconUsersGroup, keys: "g o" },
      ],
    },
    // What is about the agency as a whole: whoever may see who has which role, may see who changed what.
    ...(allowsOverCity(me, "view_grants")
      ? ([
          {
            title: "Office",
            places: [
              { to: "/access", label: "Access", icon: IconKey, keys: "g a" },
              { to: "/audit", label: "Audit log", icon: IconHistory, keys: "g l" },
            ],
          },
        ] as const)
      : []),
  ] as const;

export type Place = ReturnType<typeof placesOf>[number]["places"][number];
