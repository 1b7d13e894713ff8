import { notifications } from "@mantine/notifications";
import { createElement } from "react";
import { NoticeBody } from "./notice-body.tsx";

/** A short notice in the corner, read out by a screen reader. */
export const notice = {
  done(message: string) {
    notifications.show({ message, color: "green", withBorder: true, closeButtonProps: { "aria-label": "Close this notice" } });
  },
  /** With `again` it stays until it is closed or the same is sent once more: nothing has to be found and chosen anew. */
  failed(title: string, message: string, again?: () => void) {
    const id = notifications.show({
      title,
      message: again
        ? createElement(NoticeBody, {
            message,
            label: "Try again",
            onPress: () => {
              notifications.hide(id);
              again();
            },
          })
        : message,
      color: "red",
      withBorder: true,
      autoClose: again ? false : 9000,
      role: "alert",
      closeButtonProps: { "aria-label": "Close this notice" },
    });
  },
};
