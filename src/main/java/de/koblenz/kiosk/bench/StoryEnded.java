package de.koblenz.kiosk.bench;

/// A scripted story did not go as it should.
public final class StoryEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what was expected and what was there, for whoever runs the demo
    public StoryEnded(String message) {
        super(message);
    }
}
