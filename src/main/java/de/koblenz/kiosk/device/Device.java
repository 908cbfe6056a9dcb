package de.koblenz.kiosk.device;

import java.util.function.Consumer;

/// A device at the terminal. Implementations own one platform thread named after the device; all
/// methods may be called from any thread and none of them blocks on the device.
public interface Device extends AutoCloseable {
    DeviceId id();

    /// The newest known health.
    DeviceHealth health();

    /// Calls `listener` on the device's thread at every change of [#health()], and once at the start.
    void observe(Consumer<DeviceHealth> listener);

    /// Lets the device finish what it prints or writes at this moment, then releases the port.
    @Override
    void close();
}
