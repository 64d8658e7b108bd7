/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.cameliotcloud;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

import io.github.cameliotcloud.auth.CertificateCredentialsProvider;
import io.github.cameliotcloud.auth.CredentialsSigner;
import io.github.cameliotcloud.auth.DeviceIdentity;
import io.github.cameliotcloud.auth.DeviceSecret;
import io.github.cameliotcloud.auth.FixedSecret;
import io.github.cameliotcloud.auth.ResolvedSecret;
import io.github.cameliotcloud.auth.SecretResolver;
import io.github.cameliotcloud.auth.SecretSource;
import io.github.cameliotcloud.auth.SigningCredentialsProvider;
import io.github.cameliotcloud.fleet.DeviceFleet;
import io.github.cameliotcloud.fleet.FileDeviceFleet;
import io.github.cameliotcloud.session.DeviceSession;
import io.github.cameliotcloud.session.SessionSettings;
import io.github.cameliotcloud.session.SessionState;

/** Exchange device shadows, events and control messages with Tencent Cloud IoT Hub over signed MQTT. */
@ManagedResource(description = "Managed Tencent IoT Cloud endpoint")
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = IotCloudConstants.SCHEME,
        title = "Tencent IoT Cloud",
        syntax = "iotcloud:channel",
        category = {Category.IOT, Category.CLOUD, Category.MESSAGING},
        headersClass = IotCloudConstants.class)
public class IotCloudEndpoint extends DefaultEndpoint
        implements AsyncEndpoint, MultipleConsumersSupport, EndpointServiceLocation {

    @UriPath(
            enums = "shadow,event,control,data,topic",
            description =
                    "shadow: get, update and clear the device shadow, and receive its deltas. event: messages to the"
                            + " cloud. control: messages from the cloud. data: both ways, on newer products. topic: a topic that"
                            + " the product defines.")
    @Metadata(required = true)
    private final Channel channel;

    @UriParam
    private final IotCloudConfiguration configuration;

    IotCloudEndpoint(String uri, IotCloudComponent component, Channel channel, IotCloudConfiguration configuration) {
        super(uri, component);
        this.channel = channel;
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() throws Exception {
        if (!channel.publishes()) {
            throw new UnsupportedOperationException(
                    "iotcloud:" + channel.uriName()
                            + " only brings messages of the cloud to the device: read it with from(...), publish with iotcloud:event");
        }
        TopicNames.checkPublishable(channel, configuration.getName());
        return new IotCloudProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!channel.subscribes()) {
            throw new UnsupportedOperationException(
                    "iotcloud:" + channel.uriName()
                            + " only takes messages of the device to the cloud: send to it with to(...), receive with iotcloud:control");
        }
        Consumer consumer = new IotCloudConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public IotCloudComponent getComponent() {
        return (IotCloudComponent) super.getComponent();
    }

    public Channel getChannel() {
        return channel;
    }

    public IotCloudConfiguration getConfiguration() {
        return configuration;
    }

    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    @Override
    public String getServiceUrl() {
        String product = configuration.getFleet() == null ? configuration.getProduct() : "*";
        return tls().broker(product).toString();
    }

    @Override
    public String getServiceProtocol() {
        return "mqtt";
    }

    @ManagedAttribute(
            description = "State of the device's session, NONE when nothing uses the device, FLEET when there are many")
    public String getSessionState() {
        return configuration.getFleet() == null
                ? session().map(session -> session.status().state().name()).orElse("NONE")
                : "FLEET";
    }

    @ManagedAttribute(description = "Since when the session is in that state")
    public String getSessionStateSince() {
        return session().map(session -> session.status().since().toString()).orElse(null);
    }

    @ManagedAttribute(description = "Connection attempts since the last success")
    public int getConnectAttempts() {
        return session().map(session -> session.status().attempts()).orElse(0);
    }

    @ManagedAttribute(description = "Why the session last failed to connect or lost its connection")
    public String getLastError() {
        return session()
                .map(session -> session.status().lastError())
                .map(Throwable::getMessage)
                .orElse(null);
    }

    @ManagedAttribute(description = "Topic filters that the session wants")
    public String getSubscriptions() {
        return session().map(session -> String.join(", ", session.filters())).orElse("");
    }

    @ManagedAttribute(description = "Which part of the fleet this endpoint serves, null for all of it")
    public String getShard() {
        return configuration.getShard();
    }

    @ManagedAttribute(description = "Devices of the fleet that this application has a session for")
    public int getFleetDevices() {
        return (int) fleetSessions().count();
    }

    @ManagedAttribute(description = "Devices of the fleet that are connected from this application")
    public int getFleetDevicesConnected() {
        return (int) fleetSessions()
                .filter(session -> session.status().state() == SessionState.CONNECTED)
                .count();
    }

    private Stream<DeviceSession> fleetSessions() {
        DeviceFleet fleet = configuration.servedFleet();
        return fleet == null
                ? Stream.empty()
                : getComponent().sessions().sessions().stream().filter(session -> fleet.contains(session.identity()));
    }

    private Optional<DeviceSession> session() {
        return configuration.getFleet() == null ? getComponent().sessions().find(identity()) : Optional.empty();
    }

    /** @return the one device of an endpoint without a fleet */
    DeviceIdentity identity() {
        return new DeviceIdentity(configuration.getProduct(), configuration.getDevice());
    }

    ServedDevices devices() {
        return new ServedDevices(this);
    }

    Duration requestTimeout() {
        return Duration.ofMillis(configuration.getRequestTimeout());
    }

    /** @return how to connect the endpoint's device, or one of its fleet */
    SessionSettings sessionSettings(DeviceIdentity device) {
        TlsOptions tls = tls();
        return new SessionSettings(
                device,
                tls.broker(device.product()),
                tls.source(
                        getComponent().tlsContexts(),
                        getComponent().pools().runtime().clock()),
                configuration.getTransport().uriName(),
                configuration.getTransportConfiguration(),
                tls.isCertificateDevice()
                        ? new CertificateCredentialsProvider(device, signer())
                        : new SigningCredentialsProvider(device, secretSource(device), signer()),
                configuration.isCleanSession(),
                Duration.ofSeconds(configuration.getKeepAlive()),
                Duration.ofMillis(configuration.getConnectTimeout()),
                Duration.ofMillis(configuration.getReconnectDelay()),
                Duration.ofMillis(configuration.getMaxReconnectDelay()),
                configuration.getMaxPublishRate());
    }

    TlsOptions tls() {
        return new TlsOptions(configuration, getComponent().retrieveGlobalSslContextParameters(), getCamelContext());
    }

    private SecretSource secretSource(DeviceIdentity device) {
        if (configuration.getDeviceSecret() != null) {
            return new FixedSecret(DeviceSecret.parse(configuration.getDeviceSecret()));
        }
        if (configuration.getSecretResolver() != null) {
            return new ResolvedSecret(configuration.getSecretResolver());
        }
        // two endpoints that read the same file share their devices, so it is the secret that counts, not the object
        return configuration.getFleet() instanceof FileDeviceFleet file
                ? new FixedSecret(DeviceSecret.parse(file.secretOf(device)))
                : new ResolvedSecret((SecretResolver) configuration.getFleet());
    }

    private CredentialsSigner signer() {
        return new CredentialsSigner(
                configuration.getSignMethod(),
                configuration.getSdkAppId(),
                Duration.ofMillis(configuration.getSignatureTtl()),
                getComponent().pools().runtime().clock(),
                getComponent().pools().runtime().random());
    }
}
