import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { auditApi } from "../../lib/api/audit.ts";
import { Unreachable } from "../../lib/api-error.ts";
import { messageOf } from "../../lib/messages.ts";
import { IconDownload } from "../../ui/icons.ts";
import { notice } from "../../ui/notice.ts";
import { askedIn } from "./queries.ts";
import type { AuditSearch } from "./search.ts";

/** Takes out what is asked about as a file. */
export function ExportButton({ search }: { search: AuditSearch }) {
  const taking = useMutation({
    mutationFn: () => auditApi.export(askedIn(search)),
    onSuccess: ({ name, file }) => {
      const address = URL.createObjectURL(file);
      const link = document.createElement("a");
      link.href = address;
      link.download = name;
      link.click();
      URL.revokeObjectURL(address);
      notice.done(`${name} is in your downloads. That you took it out is in the log too.`);
    },
    onError: (error) => notice.failed("No file was made", messageOf(error), error instanceof Unreachable ? () => taking.mutate() : undefined),
  });
  return (
    <Button variant="default" leftSection={<IconDownload size={18} />} loading={taking.isPending} onClick={() => taking.mutate()}>
      Export as CSV
    </Button>
  );
}
