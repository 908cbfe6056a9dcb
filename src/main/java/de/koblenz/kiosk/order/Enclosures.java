package de.koblenz.kiosk.order;

/// Where the pages of documents lie that go with an application, until they are sealed. Thread-safe.
@FunctionalInterface
public interface Enclosures {
    /// Pages of one document.
    int MOST_PAGES = 20;

    /// Bytes of all pages of one document; a written page in colour at 200 dots per inch has about 400 kB.
    int MOST_BYTES = 10 << 20;

    /// Bytes of all documents of one application: with every copy that sealing takes they fit into the terminal's memory.
    int MOST_BYTES_TOGETHER = 24 << 20;

    /// Documents of one application, as FIT-Connect recommends.
    int MOST_DOCUMENTS = 30;

    /// No pages.
    Enclosures NONE = _ -> new byte[0];

    /// A page as JPEG, in a copy that the caller overwrites; empty if there is no such page any more.
    byte[] page(String id);
}
