const labels: Record<string, string> = {
  title: "Title",
  activityTypeId: "Activity type",
  description: "Description",
  host: "Host",
  "host.commissionId": "Host",
  "host.schoolId": "Host",
  "venue.zone": "Time zone",
  "venue.place.name": "Name of the place",
  "venue.place.street": "Street",
  "venue.place.city": "City",
  "venue.place.region": "State",
  "venue.place.postalCode": "ZIP code",
  "venue.place.boroughId": "Borough",
  "venue.place.directions": "How to get in",
  "venue.online.joinUrl": "Address to join at",
  "venue.online.note": "Note",
  "venue.kind": "Takes place",
  audience: "For",
  "contact.title": "Contact",
  "contact.email": "E-mail",
  "contact.phone": "Phone",
  "signUpWindow.opensAt": "Sign-ups open",
  "signUpWindow.closesAt": "Sign-ups close",
  needsApproval: "The office decides on each sign-up",
  oneSessionPerPerson: "One session a person",
  sessions: "Sessions",
  questions: "Questions",
};
const sessionLabels: Record<string, string> = {
  label: "name",
  date: "date",
  startsAt: "start",
  endsAt: "end",
  lastDate: "last day",
  capacity: "seats",
  partySizeLimit: "largest party",
  waitlistLimit: "waiting list",
};
const questionLabels: Record<string, string> = {
  label: "wording",
  hint: "hint",
  options: "options",
  id: "id",
  kind: "answer",
  required: "must be answered",
  isRetired: "retired",
};

/** What a field of the form is called: `Session 2, end`. Nothing of the domain is loaded for it. */
export function fieldLabel(path: string): string {
  const [head, index, ...rest] = path.split(".");
  if (head === "details" && index !== undefined) return words(index);
  if ((head === "sessions" || head === "questions") && index !== undefined) {
    const which = `${head === "sessions" ? "Session" : "Question"} ${Number(index) + 1}`;
    if (rest[0] === "options" && rest[1] !== undefined) return `${which}, option ${Number(rest[1]) + 1}`;
    const name = (head === "sessions" ? sessionLabels : questionLabels)[rest[0] ?? ""];
    return name ? `${which}, ${name}` : which;
  }
  return labels[path] ?? path;
}

/** `minutesPerRotation` → `Minutes per rotation` */
const words = (name: string): string => {
  const text = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** The id of a field's input, where lists of faults lead to. */
export const fieldId = (path: string): string => `field-${path.replaceAll(".", "-")}`;
