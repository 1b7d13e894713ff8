import type { ActivityType } from "../../../activity/activity-type.ts";
import { advisory } from "./advisory.ts";
import { forStudents } from "./for-students.ts";
import { withStudents } from "./with-students.ts";
import { withTeachers } from "./with-teachers.ts";

/** The kinds of engagement that the office's page names, and those that the sources around it add. */
export const activityTypes: readonly ActivityType[] = [...withStudents, ...forStudents, ...withTeachers, ...advisory];
