import { notifications } from "@mantine/notifications";

/** A short notice in the corner, read out by a screen reader. */
export const notice = {
  done(message: string) {
    notifications.show({ message, color: "green", withBorder: true, closeButtonProps: { "aria-label": "Close this notice" } });
  },
  failed(title: string, message: string) {
    notifications.show({
      title,
      message,
      color: "red",
      withBorder: true,
      autoClose: 9000,
      role: "alert",
      closeButtonProps: { "aria-label": "Close this notice" },
    });
  },
};
