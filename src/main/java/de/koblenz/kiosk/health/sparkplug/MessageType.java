package de.koblenz.kiosk.health.sparkplug;

/// What a message of an edge node is (Sparkplug 3.0 §4.2).
public enum MessageType {
    /// The node is there, with every metric that it will ever tell.
    NBIRTH(false),
    /// The node is gone; its last will.
    NDEATH(false),
    /// Metrics of the node that changed.
    NDATA(false),
    /// Asks something of the node.
    NCMD(false),
    /// A device is there, with every metric that it will ever tell.
    DBIRTH(true),
    /// A device is gone.
    DDEATH(true),
    /// Metrics of a device that changed.
    DDATA(true),
    /// Asks something of a device.
    DCMD(true);

    private final boolean ofDevice;

    MessageType(boolean ofDevice) {
        this.ofDevice = ofDevice;
    }

    /// Whether its topic names a device (`tck-id-topic-structure-namespace-device-id-associated-message-types`).
    public boolean ofDevice() {
        return ofDevice;
    }
}
