package de.koblenz.kiosk.citizen.session;

/// Where the picture of a scanned page comes from when it is drawn: past events and states, which know only its name.
/// Thread-safe; does not block.
@FunctionalInterface
public interface PagePictures {
    /// Nothing is ever scanned.
    PagePictures NONE = _ -> new byte[0];

    /// The picture as JPEG, in a copy that the caller overwrites; empty where there is none any more.
    byte[] page(String id);
}
