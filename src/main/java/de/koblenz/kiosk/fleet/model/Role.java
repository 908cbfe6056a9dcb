package de.koblenz.kiosk.fleet.model;

/// What somebody at a monitoring terminal may do; each may what the one before may.
public enum Role {
    VIEW,
    /// Handle alarms and send commands.
    OPERATE,
    /// Also say which terminals there are, and silence whole offices.
    ADMINISTER;

    /// Whether this role may do that.
    public boolean allows(OperatorAction action) {
        return compareTo(needed(action)) >= 0;
    }

    private static Role needed(OperatorAction action) {
        return switch (action) {
            case OperatorAction.Acknowledge _,
                    OperatorAction.Assign _,
                    OperatorAction.Shelve _,
                    OperatorAction.Unshelve _,
                    OperatorAction.Clear _ ->
                    OPERATE;
            case OperatorAction.OpenWindow(var window) ->
                    window.terminal().isPresent() ? OPERATE : ADMINISTER;
            case OperatorAction.CloseWindow _, OperatorAction.Enrol _, OperatorAction.Retire _ ->
                    ADMINISTER;
        };
    }
}
