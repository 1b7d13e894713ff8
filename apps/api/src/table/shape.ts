/**
 * The one table: its keys and indexes. Imports nothing, so that the infrastructure can read it too.
 *
 * | entity           | pk              | sk                  | in an index                                              |
 * |------------------|-----------------|---------------------|----------------------------------------------------------|
 * | event            | EVT#<eventId>   | META                | list: EVENTS by first start; host: HOST#<host> likewise  |
 * | its row in lists | EVT#<eventId>   | ROW                 | list: ROWS by last change; host: HOST#<host>#ROWS so too |
 * | that it left one | EVT#<eventId>   | GONE#<host>         | the same, for two days                                   |
 * | its months       | EVT#<eventId>   | CAL#<month>         | list: CAL#<month> by end; host: HOST#<host>#CAL#<month>  |
 * | where people are decided on | EVT#<eventId> | DECIDES | list: DECIDES by end; host: HOST#<host>#DECIDES     |
 * | that it was made, by a request that may come again | EVT#<eventId> | MADE |                                      |
 * | slug             | SLUG#<slug>     | SLUG                |                                                          |
 * | one a person     | CLAIM#<eventId> | PERSON#<personKey>  |                                                          |
 * | seats            | SEAT#<sessionId>| SEAT                |                                                          |
 * | settling lease   | LEASE#<sessionId>| LEASE              |                                                          |
 * | sign-up          | SES#<sessionId> | SU#<personKey>      | queue: N#<ulid> while received, W#<number> while waiting |
 * | earlier sign-up  | SES#<sessionId> | OLD#<personKey>#<id>|                                                          |
 * | roster log       | SES#<sessionId> | LOG#<time>#<ulid>   |                                                          |
 * | mail             | MAIL#<id>       | MAIL                | list: MAILS#queued, MAILS#dead or MAILS#held by time;    |
 * |                  |                 |                     | host: HOST#<host>#MAILS where it is dead or held         |
 * | message          | MSG#<eventId>   | MSG#<id>            |                                                          |
 * | its line in lists, its count | MSG#<eventId> | HEAD#<id>, COUNT#<id> |                                                |
 * | who was chosen for one | MSG#<eventId> | PEOPLE#<id>     |                                                          |
 * | a test of one    | MSG#<eventId>   | TEST#<id>           |                                                          |
 * | fan-out          | FAN#<id>        | FAN                 | list: FANS#running by time, while it runs                |
 * | audit record     | AUD#<subject>   | <time>#<changeId>   | list: AUDIT#<day> by time                                |
 * | console session  | SID#<hash>      | SID                 | list: USER#<userId> (to end all of a user's)             |
 * | user, grant      | USR#<userId>    | META, GRANT#<id>    | list: USERS by name; GRANTS#<scope> by when it was given |
 * | lasting directors| DIRECTORS       | DIRECTORS           |                                                          |
 * | kept views       | USR#<userId>    | VIEWS#<list>        |                                                          |
 * | unsaved form     | FORM#<userId>   | DRAFT#<eventId|new> |                                                          |
 * | sign-in subject, invitation | SUB#<hash> | SUB           |                                                          |
 * | rate             | RATE#<rule>#<hash>#<window> | RATE    |                                                          |
 * | no mail to       | SUP#<hash>      | SUP                 |                                                          |
 */
export const shape = {
  partitionKey: "pk",
  sortKey: "sk",
  /** Seconds since 1970 after which DynamoDB may delete the item. Deletion lags by days: every reader checks for itself. */
  expiresAttribute: "expires",
  /**
   * Those taken in and those in line, read consistently. A local index, since a global one may lag behind a person who
   * was already told that they are in. It can only be made with the table. It holds no personal data.
   */
  queue: { name: "queue", sortKey: "queueKey", projected: ["id", "partySize", "number", "state"] },
  /** Sparse global indexes for lists, newest state eventually. */
  list: { name: "list", partitionKey: "listPk", sortKey: "listSk" },
  host: { name: "host", partitionKey: "hostPk", sortKey: "hostSk" },
} as const;
