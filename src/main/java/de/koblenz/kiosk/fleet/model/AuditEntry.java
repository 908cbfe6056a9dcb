package de.koblenz.kiosk.fleet.model;

import java.time.Instant;

/// Who did what, or wanted to.
///
/// @param account of the operator
/// @param role at that time
/// @param action one word, `Acknowledge`
/// @param subject alarm, terminal, office or window
/// @param detail reason or value, as the operator wrote it
/// @param allowed whether the role was enough
public record AuditEntry(
        Instant at,
        String account,
        Role role,
        String action,
        String subject,
        String detail,
        boolean allowed) {

    /// The entry of an effect.
    public static AuditEntry of(FleetEffect.Audit audit) {
        String subject =
                switch (audit.action()) {
                    case OperatorAction.Acknowledge(long id, _) -> alarm(id);
                    case OperatorAction.Assign(long id, _) -> alarm(id);
                    case OperatorAction.Shelve(long id, _, _) -> alarm(id);
                    case OperatorAction.Unshelve(long id) -> alarm(id);
                    case OperatorAction.Clear(long id, _) -> alarm(id);
                    case OperatorAction.OpenWindow(var window) -> window.id();
                    case OperatorAction.CloseWindow(String id) -> id;
                    case OperatorAction.Enrol(var id) -> id.toString();
                    case OperatorAction.Retire(var id, _) -> id.toString();
                };
        String detail =
                switch (audit.action()) {
                    case OperatorAction.Acknowledge(_, String reason) -> reason;
                    case OperatorAction.Assign(_, String account) -> account;
                    case OperatorAction.Shelve(_, Instant until, String reason) ->
                            until + " " + reason;
                    case OperatorAction.Clear(_, String reason) -> reason;
                    case OperatorAction.OpenWindow(var window) ->
                            String.join(
                                    " ",
                                    window.office().orElse("*"),
                                    window.terminal().orElse("*"),
                                    window.from().toString(),
                                    window.to().toString(),
                                    window.reason());
                    case OperatorAction.Retire(_, String reason) -> reason;
                    case OperatorAction.Unshelve _,
                            OperatorAction.CloseWindow _,
                            OperatorAction.Enrol _ ->
                            "";
                };
        return new AuditEntry(
                audit.at(),
                audit.by().account(),
                audit.by().role(),
                audit.action().getClass().getSimpleName(),
                subject,
                detail,
                audit.allowed());
    }

    private static String alarm(long id) {
        return "alarm " + id;
    }
}
