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

import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

import io.github.cameliotcloud.auth.SecretResolver;
import io.github.cameliotcloud.auth.SignMethod;
import io.github.cameliotcloud.fleet.DeviceFleet;
import io.github.cameliotcloud.fleet.FleetShard;
import io.github.cameliotcloud.fleet.Shard;

/** The options. A plain holder: what they must look like is checked by {@link OptionChecks}. */
@UriParams
@Configurer
public class IotCloudConfiguration implements Cloneable {

    @UriParam(
            description = "Product ID as shown in the console, such as ABC1234567. Required, unless there is a fleet.")
    private String product;

    @UriParam(
            description =
                    "Name of the device as shown in the console, such as dev-01. Required, unless there is a fleet.")
    private String device;

    @UriParam(
            description =
                    "Many devices in place of one: a bean (#name) of type io.github.cameliotcloud.fleet.DeviceFleet, to"
                            + " which an application may add devices and from which it may remove them while routes run, or a"
                            + " CSV file such as file:devices.csv, whose first line is product,device or product,device,secret."
                            + " A consumer receives the messages of all of them. A producer sends to the device that the headers"
                            + " CamelIotCloudProduct and CamelIotCloudDevice name. Secrets come from secretResolver or from the file.")
    private DeviceFleet fleet;

    @UriParam(
            label = "advanced",
            description =
                    "For a fleet: serve only one of n parts of it, written index/n with an index from 0: 0/8 to 7/8. For"
                            + " several nodes that share a fleet: master:NAMESPACE-3:iotcloud:shadow?fleet=#fleet&shard=3/8 runs on"
                            + " one of them. n must be the same in all routes and on all nodes: a device that two nodes connect loses"
                            + " one connection to the other, over and over.")
    private String shard;

    @UriParam(
            label = "advanced",
            defaultValue = "50",
            description =
                    "For a fleet: the health check is DOWN while fewer percent of the devices than this are connected"
                            + " and subscribed, 0 to 100.")
    private int minConnected = 50;

    @UriParam(
            label = "security",
            secret = true,
            description =
                    "The device secret as shown in the console (Base64). In a URI write RAW(...) around it, because"
                            + " a URI turns a plus sign into a blank. Better: keep it out of URIs with secretResolver.")
    private String deviceSecret;

    @UriParam(
            label = "security",
            description = "Bean that finds the secret of a device, so that no URI carries one: #name of a bean in the"
                    + " registry, or found there by its type when it is the only one. Asked before each connection"
                    + " attempt. Not used when deviceSecret is set.")
    @Metadata(autowired = true)
    private SecretResolver secretResolver;

    @UriParam(
            label = "security",
            defaultValue = "hmacsha256",
            enums = "hmacsha256,hmacsha1",
            description =
                    "The HMAC that signs the MQTT password. The cloud accepts both; change it only when a device must use"
                            + " hmacsha1.")
    private SignMethod signMethod = SignMethod.HMACSHA256;

    @UriParam(
            label = "security",
            defaultValue = "1h",
            javaType = "java.time.Duration",
            description =
                    "How long a signature is valid for a CONNECT. Each connection attempt signs anew, so this only"
                            + " has to bridge the difference between the clock of this machine and the cloud's. Such as 1h or"
                            + " 10m; a plain number is milliseconds.")
    private long signatureTtl = 3_600_000;

    @UriParam(
            label = "security",
            description = "Certificate of the CA that signed the cloud's certificate: PEM text, or a resource such as"
                    + " file:/etc/iotcloud/ca.crt. The cloud has a CA of its own, which no JVM trusts by itself. Switches"
                    + " to TLS on port 8883 where no brokerUrl is set. PEM files are read for each connection attempt, so"
                    + " a renewed one needs no restart.")
    private String caCertificate;

    @UriParam(
            label = "security",
            description = "Certificate of a certificate device: PEM text, or a resource such as"
                    + " file:/etc/iotcloud/device.crt. Such a device has no deviceSecret.")
    private String deviceCertificate;

    @UriParam(
            label = "security",
            secret = true,
            description = "Private key of deviceCertificate: PEM text, for instance from a vault, or a resource such as"
                    + " file:/etc/iotcloud/device.key; not encrypted.")
    private String devicePrivateKey;

    @UriParam(
            label = "security",
            description =
                    "Camel's TLS configuration, in place of the PEM options: key stores, trust stores, TLS versions,"
                            + " cipher suites. With key managers and without deviceSecret the device is a certificate device."
                            + " TLS 1.2 and 1.3 are offered unless it asks for others. Read once, when the endpoint is made.")
    private SSLContextParameters sslContextParameters;

    @UriParam(
            label = "security",
            defaultValue = "true",
            description = "Whether the certificate of the cloud must name the host that was connected to. Insecure when"
                    + " false, since anybody with any certificate of the same CA can then pose as the cloud: for tests"
                    + " only.")
    private boolean hostnameVerification = true;

    @UriParam(
            label = "advanced",
            defaultValue = "12010126",
            description = "The sdkappid in the MQTT user name. The cloud documents one value for everyone.")
    private String sdkAppId = "12010126";

    @UriParam(
            defaultValue = "guangzhou",
            enums = "guangzhou,us-east,europe,bangkok",
            description = "Region of the product; decides the address to connect to.")
    private Region region = Region.GUANGZHOU;

    @UriParam(
            description = "Address to connect to instead of the region's: tcp://host:1883, ssl://host:8883 with TLS,"
                    + " ws://host:80/mqtt and wss://host:443/mqtt over WebSocket.")
    private String brokerUrl;

    @UriParam(
            label = "advanced",
            defaultValue = "hivemq",
            enums = "hivemq,paho",
            description = "The MQTT library: hivemq shares its threads among all devices, paho takes four threads for"
                    + " each device. A library that is excluded from the class path cannot be chosen.")
    private Transport transport = Transport.HIVEMQ;

    @UriParam(
            label = "advanced",
            description = "Bean that tunes the MQTT library. For transport=paho an"
                    + " org.apache.camel.component.paho.PahoConfiguration, of which maxInflight, persistence and the"
                    + " like are used, and never what other options of this component say. hivemq takes none.")
    private Object transportConfiguration;

    @UriParam(
            defaultValue = "1",
            enums = "0,1",
            description =
                    "QoS of published messages and of subscriptions. 1: at least once, 0: at most once. This cloud"
                            + " has no QoS 2. Shadow messages always use QoS 0, as the cloud does.")
    private int qos = 1;

    @UriParam(
            defaultValue = "true",
            description =
                    "Whether the cloud forgets the device's subscriptions when it disconnects. With false it keeps"
                            + " up to 150 QoS 1 messages for 24 hours. All endpoints of a device must agree, so set it at the"
                            + " component.")
    private boolean cleanSession = true;

    @UriParam(
            label = "advanced",
            defaultValue = "60",
            description =
                    "MQTT keep alive in seconds, 0 to 900; 0 switches it off. Every edition of the cloud accepts 60"
                            + " to 850.")
    private int keepAlive = 60;

    @UriParam(
            label = "advanced",
            defaultValue = "10s",
            javaType = "java.time.Duration",
            description = "How long one connection attempt may take, and how long to wait for the answer to SUBSCRIBE."
                    + " Such as 10s; a plain number is milliseconds.")
    private long connectTimeout = 10_000;

    @UriParam(
            defaultValue = "5s",
            javaType = "java.time.Duration",
            description =
                    "How long to wait for the reply to a shadow request and for the PUBACK of a QoS 1 message. Then"
                            + " the exchange fails with ExchangeTimedOutException. Such as 5s or 500ms; a plain number is"
                            + " milliseconds.")
    private long requestTimeout = 5_000;

    @UriParam(
            label = "advanced",
            defaultValue = "5s",
            javaType = "java.time.Duration",
            description = "Delay before the first reconnect; doubles with each failure, and a random quarter is added."
                    + " The cloud allows a device one CONNECT in 5 seconds, so go lower only with a private broker."
                    + " Such as 5s; a plain number is milliseconds.")
    private long reconnectDelay = 5_000;

    @UriParam(
            label = "advanced",
            defaultValue = "2m",
            javaType = "java.time.Duration",
            description = "Longest delay between reconnects, and the delay after the cloud refused the credentials."
                    + " Such as 2m; a plain number is milliseconds.")
    private long maxReconnectDelay = 120_000;

    @UriParam(
            description = "For iotcloud:topic: the topic below product/device, such as alarm or room/temperature. The"
                    + " product must define it. A consumer may use the MQTT wildcards.")
    private String name;

    @UriParam(
            label = "producer",
            defaultValue = "update",
            enums = "get,update,clear",
            description = "What iotcloud:shadow asks for: get the document, update (merge the body, a JSON object, into"
                    + " reported) or clear (set desired to null). The reply's state becomes the message body.")
    private Operation operation = Operation.UPDATE;

    @UriParam(
            label = "producer",
            defaultValue = "fail",
            enums = "fail,retry",
            description = "When the header CamelIotCloudVersion demands a version that the shadow does not have: fail"
                    + " with ShadowVersionConflictException, or retry with the current version, up to five times.")
    private ConflictPolicy onConflict = ConflictPolicy.FAIL;

    @UriParam(
            label = "consumer",
            defaultValue = "delta",
            enums = "delta,all",
            description =
                    "Which messages of the shadow become exchanges: deltas only, or also the replies to all requests"
                            + " of the device.")
    private ShadowEvents events = ShadowEvents.DELTA;

    @UriParam(
            label = "consumer",
            defaultValue = "none",
            enums = "none,clear,report",
            description =
                    "What to tell the cloud when the route has processed a delta without error. clear: set desired"
                            + " to null. report: also report the delta's attributes. A newer desired value is never wiped.")
    private SuccessAction onSuccess = SuccessAction.NONE;

    @UriParam(
            label = "consumer",
            defaultValue = "true",
            description = "Whether to get the shadow after each connect and process a delta found there. The cloud does"
                    + " not store deltas, so without this the ones that came while offline are missed.")
    private boolean syncOnConnect = true;

    @UriParam(
            label = "consumer",
            defaultValue = "acknowledge",
            enums = "acknowledge,redeliver",
            description = "What becomes of a QoS 1 message whose exchange has failed after Camel's error handling."
                    + " acknowledge: the cloud forgets it. redeliver: the device reconnects after reconnectDelay, and"
                    + " the cloud delivers it again, with all that came behind it; needs cleanSession=false.")
    private FailureAction onFailure = FailureAction.ACKNOWLEDGE;

    @UriParam(
            label = "consumer",
            defaultValue = "10",
            description =
                    "How many exchanges of this endpoint may be in work at the same time, 1 to 1000. Messages of one"
                            + " topic are always processed one after the other, so more than 1 only helps with wildcards. Messages"
                            + " that wait are not acknowledged, so the rest stays with the cloud.")
    private int maxInFlight = 10;

    @UriParam(
            defaultValue = "0",
            description =
                    "Most messages that the device sends in a second, 1 to 1000; 0 for no limit. More than that wait for"
                            + " their turn. Counts events, messages of topics, shadow requests and confirmations of all endpoints"
                            + " of the device. The cloud takes 30 per second from a device, by its newest page 20.")
    private int maxPublishRate;

    @UriParam(
            label = "producer",
            defaultValue = "fail",
            enums = "fail,wait",
            description = "What to do with a message while the device has no connection. fail: fail the exchange with"
                    + " DeviceNotConnectedException at once, so that error handling can redeliver it. wait: wait for the"
                    + " connection, up to requestTimeout.")
    private OfflinePolicy offlinePolicy = OfflinePolicy.FAIL;

    @UriParam(
            label = "producer",
            defaultValue = "0",
            javaType = "java.time.Duration",
            description = "For devices that are rarely sent to: how long a producer keeps a connection that it does not"
                    + " use. Then it connects when there is a message, which waits for that up to requestTimeout. 0: it is"
                    + " connected from start to stop. The cloud allows a device one CONNECT in 5 seconds, so do not go"
                    + " below that. Such as 1m; a plain number is milliseconds.")
    private long idleTimeout;

    @UriParam(
            defaultValue = "true",
            description =
                    "Whether a route fails to start when the device cannot connect or subscribe. With false it starts"
                            + " and keeps trying; its health check is DOWN meanwhile.")
    private boolean failFast = true;

    /** @return an independent copy */
    public IotCloudConfiguration copy() {
        try {
            return (IotCloudConfiguration) super.clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getProduct() {
        return product;
    }

    public void setProduct(String product) {
        this.product = product;
    }

    public String getDevice() {
        return device;
    }

    public void setDevice(String device) {
        this.device = device;
    }

    public DeviceFleet getFleet() {
        return fleet;
    }

    public void setFleet(DeviceFleet fleet) {
        this.fleet = fleet;
    }

    public String getShard() {
        return shard;
    }

    public void setShard(String shard) {
        this.shard = shard;
    }

    /** @return the devices of the fleet that the endpoint serves, null when there is no fleet */
    DeviceFleet servedFleet() {
        return fleet == null || shard == null ? fleet : new FleetShard(fleet, Shard.parse(shard));
    }

    public int getMinConnected() {
        return minConnected;
    }

    public void setMinConnected(int minConnected) {
        this.minConnected = minConnected;
    }

    public String getDeviceSecret() {
        return deviceSecret;
    }

    public void setDeviceSecret(String deviceSecret) {
        this.deviceSecret = deviceSecret;
    }

    public SecretResolver getSecretResolver() {
        return secretResolver;
    }

    public void setSecretResolver(SecretResolver secretResolver) {
        this.secretResolver = secretResolver;
    }

    public SignMethod getSignMethod() {
        return signMethod;
    }

    public void setSignMethod(SignMethod signMethod) {
        this.signMethod = signMethod;
    }

    public long getSignatureTtl() {
        return signatureTtl;
    }

    public void setSignatureTtl(long signatureTtl) {
        this.signatureTtl = signatureTtl;
    }

    public String getCaCertificate() {
        return caCertificate;
    }

    public void setCaCertificate(String caCertificate) {
        this.caCertificate = caCertificate;
    }

    public String getDeviceCertificate() {
        return deviceCertificate;
    }

    public void setDeviceCertificate(String deviceCertificate) {
        this.deviceCertificate = deviceCertificate;
    }

    public String getDevicePrivateKey() {
        return devicePrivateKey;
    }

    public void setDevicePrivateKey(String devicePrivateKey) {
        this.devicePrivateKey = devicePrivateKey;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public boolean isHostnameVerification() {
        return hostnameVerification;
    }

    public void setHostnameVerification(boolean hostnameVerification) {
        this.hostnameVerification = hostnameVerification;
    }

    public String getSdkAppId() {
        return sdkAppId;
    }

    public void setSdkAppId(String sdkAppId) {
        this.sdkAppId = sdkAppId;
    }

    public Region getRegion() {
        return region;
    }

    public void setRegion(Region region) {
        this.region = region;
    }

    public String getBrokerUrl() {
        return brokerUrl;
    }

    public void setBrokerUrl(String brokerUrl) {
        this.brokerUrl = brokerUrl;
    }

    public Transport getTransport() {
        return transport;
    }

    public void setTransport(Transport transport) {
        this.transport = transport;
    }

    public Object getTransportConfiguration() {
        return transportConfiguration;
    }

    public void setTransportConfiguration(Object transportConfiguration) {
        this.transportConfiguration = transportConfiguration;
    }

    public int getQos() {
        return qos;
    }

    public void setQos(int qos) {
        this.qos = qos;
    }

    public boolean isCleanSession() {
        return cleanSession;
    }

    public void setCleanSession(boolean cleanSession) {
        this.cleanSession = cleanSession;
    }

    public int getKeepAlive() {
        return keepAlive;
    }

    public void setKeepAlive(int keepAlive) {
        this.keepAlive = keepAlive;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getRequestTimeout() {
        return requestTimeout;
    }

    public void setRequestTimeout(long requestTimeout) {
        this.requestTimeout = requestTimeout;
    }

    public long getReconnectDelay() {
        return reconnectDelay;
    }

    public void setReconnectDelay(long reconnectDelay) {
        this.reconnectDelay = reconnectDelay;
    }

    public long getMaxReconnectDelay() {
        return maxReconnectDelay;
    }

    public void setMaxReconnectDelay(long maxReconnectDelay) {
        this.maxReconnectDelay = maxReconnectDelay;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Operation getOperation() {
        return operation;
    }

    public void setOperation(Operation operation) {
        this.operation = operation;
    }

    public ConflictPolicy getOnConflict() {
        return onConflict;
    }

    public void setOnConflict(ConflictPolicy onConflict) {
        this.onConflict = onConflict;
    }

    public ShadowEvents getEvents() {
        return events;
    }

    public void setEvents(ShadowEvents events) {
        this.events = events;
    }

    public SuccessAction getOnSuccess() {
        return onSuccess;
    }

    public void setOnSuccess(SuccessAction onSuccess) {
        this.onSuccess = onSuccess;
    }

    public boolean isSyncOnConnect() {
        return syncOnConnect;
    }

    public void setSyncOnConnect(boolean syncOnConnect) {
        this.syncOnConnect = syncOnConnect;
    }

    public FailureAction getOnFailure() {
        return onFailure;
    }

    public void setOnFailure(FailureAction onFailure) {
        this.onFailure = onFailure;
    }

    public int getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public int getMaxPublishRate() {
        return maxPublishRate;
    }

    public void setMaxPublishRate(int maxPublishRate) {
        this.maxPublishRate = maxPublishRate;
    }

    public OfflinePolicy getOfflinePolicy() {
        return offlinePolicy;
    }

    public void setOfflinePolicy(OfflinePolicy offlinePolicy) {
        this.offlinePolicy = offlinePolicy;
    }

    public long getIdleTimeout() {
        return idleTimeout;
    }

    public void setIdleTimeout(long idleTimeout) {
        this.idleTimeout = idleTimeout;
    }

    public boolean isFailFast() {
        return failFast;
    }

    public void setFailFast(boolean failFast) {
        this.failFast = failFast;
    }
}
