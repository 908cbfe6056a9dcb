package de.koblenz.kiosk.health;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/// What Paho's own threads call; nothing here may block or throw.
abstract class BrokerCallback implements MqttCallback {
    /// The connection is lost.
    abstract void lost();

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        lost();
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        lost();
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
}
