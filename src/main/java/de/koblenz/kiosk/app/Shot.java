package de.koblenz.kiosk.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of the wish for a picture of the screen. Immutable.
final class Shot {
    /// The page is somebody's, so there is no picture of it.
    static final Shot SOMEBODYS = new Shot(null);

    /// There is no screen, or it does not answer.
    static final Shot NO_SCREEN = new Shot(null);

    private final byte @Nullable [] png;

    private Shot(byte @Nullable [] png) {
        this.png = png;
    }

    /// A picture as PNG, which is the caller's no more.
    static Shot of(byte[] png) {
        return new Shot(png);
    }

    Optional<byte[]> png() {
        return Optional.ofNullable(png);
    }
}
