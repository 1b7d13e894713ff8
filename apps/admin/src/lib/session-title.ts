/** A session among those of other events. Titles have colons of their own, as in `Workplace Tour: Example Robotics`: a label comes after a dash. */
export const sessionTitle = ({ title, label }: { title: string; label?: string | undefined }): string => (label === undefined ? title : `${title} – ${label}`);
