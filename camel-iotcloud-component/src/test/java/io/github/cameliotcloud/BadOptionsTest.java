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

import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cameliotcloud.auth.SecretResolver;
import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.fleet.LiveDeviceFleet;

class BadOptionsTest extends CamelTestSupport {

    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODw==";
    private static final String DEVICE = "product=ABC1234567&device=dev-01";
    private static final String COMPLETE = DEVICE + "&deviceSecret=RAW(" + SECRET + ")";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shadow?device=d                     | Option product is not set: use the product ID",
                "shadow?product=ABC1234567           | Option device is not set: use the device name",
                "shadow?" + DEVICE + "               | Option deviceSecret: is not set: set it to the device secret",
                "shadow?product=A.B&device=d         | Option product=A.B: use the product ID",
                "shadow?product=P&device=a/b         | Option device=a/b: use the device name",
                "shadow?product=P&device=a%23b       | Option device=a#b: use the device name",
                "shadow?product=P&device=RAW(a+b)    | Option device=a+b: use the device name",
                "shadow?product=P&device=a b         | Option device=a b: use the device name",
                "shadow?" + DEVICE + "&deviceSecret=abc | has 3 characters, but Base64 has a multiple of 4",
                "shadow?" + DEVICE + "&deviceSecret=a*cd | is not Base64",
                "telemetry?" + COMPLETE
                        + "          | Option channel=telemetry: use shadow, event, control, data or topic",
                "event?" + COMPLETE + "&qos=2        | Option qos=2: this cloud has QoS 0 and 1 only",
                "event?" + COMPLETE + "&keepAlive=1000 | Option keepAlive=1000: use 0 to 900 seconds",
                "event?" + COMPLETE + "&keepAlive=-1 | Option keepAlive=-1: use 0 to 900 seconds",
                "event?" + COMPLETE + "&requestTimeout=0 | Option requestTimeout=0: use at least 1 ms",
                "event?" + COMPLETE + "&signatureTtl=10 | Option signatureTtl=10: use at least 1000 ms",
                "event?" + COMPLETE + "&sdkAppId=x;y | Option sdkAppId=x;y: use digits only",
                "event?" + COMPLETE
                        + "&region=mars  | Option region=mars: use one of guangzhou, us-east, europe, bangkok",
                "event?" + COMPLETE + "&transport=netty | Option transport=netty: use one of hivemq, paho",
                "event?" + COMPLETE + "&signMethod=md5 | Option signMethod=md5: use one of hmacsha256, hmacsha1",
                "shadow?" + COMPLETE + "&operation=delete | Option operation=delete: use one of get, update, clear",
                "shadow?" + COMPLETE + "&onSuccess=ok | Option onSuccess=ok: use one of none, clear, report",
                "event?" + COMPLETE
                        + "&retained=true | Option retained=true: this cloud has neither will nor retained messages",
                "event?" + COMPLETE
                        + "&willTopic=x  | Option willTopic=x: this cloud has neither will nor retained messages",
                "event?" + COMPLETE + "&name=x       | Option name=x: only iotcloud:topic has a name",
                "topic?" + COMPLETE
                        + "              | Option name is not set: iotcloud:topic needs the topic below product/device",
                "topic?" + COMPLETE
                        + "&name=/x      | Option name=/x: iotcloud:topic needs the topic below product/device",
                "event?" + COMPLETE
                        + "&brokerUrl=mqtt://host:1883 | Option brokerUrl=mqtt://host:1883: write it like tcp://localhost:1883",
                "event?" + COMPLETE
                        + "&brokerUrl=localhost | Option brokerUrl=localhost: write it like tcp://localhost:1883",
                "event?" + COMPLETE
                        + "&brokerUrl=tcp://a b | Option brokerUrl=tcp://a b: write it like tcp://localhost:1883",
                "event?" + COMPLETE
                        + "&brokerUrl=ssl://host:8883/mqtt | Option brokerUrl=ssl://host:8883/mqtt: write it like",
                "event?" + COMPLETE
                        + "&brokerUrl=ssl://user:pass@host | Option brokerUrl: has a user in it: leave it out",
                "event?" + COMPLETE + "&brokerUrl=tcp://host:70000 | Option brokerUrl=tcp://host:70000: write it like",
                "event?" + COMPLETE
                        + "&caCertificate=file:no/such.crt | Option caCertificate=file:no/such.crt: cannot be read: name a PEM file that exists",
                "event?" + COMPLETE
                        + "&caCertificate=file:pom.xml | Option caCertificate: holds no certificate: it must be a PEM file",
                "event?" + COMPLETE
                        + "&caCertificate=file:ca.crt&brokerUrl=tcp://host:1883 | Option brokerUrl=tcp://host:1883: connects without TLS, but caCertificate is set: use ssl://host:8883",
                "event?" + COMPLETE
                        + "&sslContextParameters=#tls&brokerUrl=ws://host | connects without TLS, but sslContextParameters is set",
                "event?" + COMPLETE
                        + "&sslContextParameters=#tls&caCertificate=file:ca.crt | Option caCertificate: is set beside sslContextParameters",
                "event?" + DEVICE
                        + "&deviceCertificate=file:d.crt | Option devicePrivateKey: is not set, but deviceCertificate is",
                "event?" + DEVICE
                        + "&devicePrivateKey=file:d.key | Option deviceCertificate: is not set, but devicePrivateKey is",
                "event?" + COMPLETE
                        + "&deviceCertificate=file:d.crt&devicePrivateKey=file:d.key | Option deviceCertificate: is set beside deviceSecret",
                "event?" + COMPLETE
                        + "&maxPublishRate=-1 | Option maxPublishRate=-1: use 0 to 1000 messages per second, 0 for no limit",
                "event?" + COMPLETE + "&maxPublishRate=1001 | Option maxPublishRate=1001: use 0 to 1000",
                "control?" + COMPLETE + "&maxInFlight=0 | Option maxInFlight=0: use 1 to 1000 exchanges",
                "control?" + COMPLETE
                        + "&onFailure=redeliver | Option onFailure=redeliver: the cloud only delivers again with cleanSession=false",
                "event?" + COMPLETE + "&offlinePolicy=drop | Option offlinePolicy=drop: use one of fail, wait",
                "event?" + COMPLETE + "&kepAlive=60  | Unknown parameters=[{kepAlive=60}]",
                "event?" + DEVICE + "&deviceSecret=RAW(" + SECRET + ")&deviceSecret=RAW(" + SECRET
                        + ") | Option deviceSecret: is given more than once: leave all but one out",
                "event?" + DEVICE + "&deviceSecret=RAW(" + SECRET
                        + " | Option deviceSecret: begins with RAW( but has no closing ): add it",
                "event?" + DEVICE + "&secretResolver=RAW(" + SECRET
                        + ") | Option secretResolver: is not a bean: write #name with the name of one",
                "event?" + DEVICE + "&secret=RAW(" + SECRET
                        + ") | Option secret: does not exist: for a secret write deviceSecret",
                "event?" + DEVICE
                        + "&deviceSecert=x | Option deviceSecert: does not exist: for a secret write deviceSecret",
                "event?" + DEVICE + "&devicPrivatKey=x | Option devicPrivatKey: does not exist: for a secret write",
                "event?" + DEVICE + "&deviceSecret:RAW(" + SECRET
                        + ")=x | Option (not shown): does not exist: for a secret write deviceSecret",
                "event?fleet=#fleet&" + DEVICE + " | Option product=ABC1234567: is set beside fleet",
                "event?fleet=#fleet&device=dev-01 | Option device=dev-01: is set beside fleet",
                "event?fleet=#fleet&deviceSecret=RAW(" + SECRET
                        + ") | Option deviceSecret: is set beside fleet, but each device has its own secret",
                "event?fleet=#fleet&deviceCertificate=file:d.crt&devicePrivateKey=file:d.key | Option deviceCertificate",
                "event?fleet=#fleet | Option secretResolver: is not set: set it to a bean that knows the secrets",
                "shadow?fleet=#fleet&shard=8/8 | Option shard=8/8: the parts count from 0, so use 0/8 to 7/8",
                "shadow?fleet=#fleet&shard=0/0 | Option shard=0/0: there are 1 to 10000 parts",
                "shadow?fleet=#fleet&shard=a/b | Option shard=a/b: write index/count, such as shard=0/8",
                "shadow?" + COMPLETE + "&shard=0/8 | Option shard=0/8: is set without fleet, but it is a part of one",
                "event?fleet=file:no/such.csv | Option fleet=file:no/such.csv: cannot be read; use fleet=#bean",
                "event?fleet=file:pom.xml | Option fleet: line 1 of file:pom.xml has to name the columns",
                "event?" + COMPLETE + "&idleTimeout=-1 | Option idleTimeout=-1: use at least 0 ms",
                "event?" + COMPLETE + "&minConnected=101 | Option minConnected=101: use 0 to 100 percent",
            })
    void wrongOptionFailsWithASentenceThatSaysWhatToChange(String uri, String message) {
        context.getRegistry().bind("tls", new SSLContextParameters());
        context.getRegistry().bind("fleet", new LiveDeviceFleet());
        assertThatThrownBy(() -> context.getEndpoint("iotcloud:" + uri))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void fleetIsCutIntoOneNumberOfParts() {
        context.getRegistry().bind("fleet", new LiveDeviceFleet());
        context.getRegistry().bind("other", new LiveDeviceFleet());
        context.getRegistry().bind("secrets", (SecretResolver) device -> SECRET);
        String options = "&secretResolver=#secrets&shard=";
        context.getEndpoint("iotcloud:shadow?fleet=#fleet" + options + "0/8");
        context.getEndpoint("iotcloud:control?fleet=#fleet" + options + "7/8");
        context.getEndpoint("iotcloud:shadow?fleet=#other" + options + "0/4");
        assertThatThrownBy(() -> context.getEndpoint("iotcloud:shadow?fleet=#fleet" + options + "7/9"))
                .rootCause()
                .hasMessage("Option shard=7/9: another endpoint of this application serves shard 0/8 of the same fleet;"
                        + " use the same number of parts everywhere, and stop all nodes to change it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"psswd", "x"})
    void unknownOptionWithTheLooksOfASecretIsNotQuoted(String name) {
        String uri = "iotcloud:event?" + COMPLETE + "&" + name + "=RAW(" + SECRET + ")";
        assertThatThrownBy(() -> context.getEndpoint(uri))
                .rootCause()
                .hasMessage("Option " + name
                        + ": does not exist: for a secret write deviceSecret, for a private key devicePrivateKey");
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "MIGHAgEAMBMGByqGSM49AgEGCCqG\nSM49AwEHBG0wawIBAQQg"})
    void privateKeyWithoutItsFirstLineIsNotQuoted(String key) {
        PemSource source = new PemSource(context, "devicePrivateKey", key);
        assertThat(source).hasToString("xxxxxx");
        assertThatThrownBy(source::read)
                .hasMessage("Option devicePrivateKey: cannot be read: name a PEM file that exists, like"
                        + " file:/etc/device.pem");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event   | iotcloud:event only takes messages of the device to the cloud",
            })
    void channelThatCannotBeReadSaysWhatToUse(String channel, String message) {
        assertThatThrownBy(() -> context.getEndpoint("iotcloud:" + channel + "?" + COMPLETE)
                        .createConsumer(exchange -> {}))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("iotcloud:control");
    }

    @Test
    void channelThatCannotBeWrittenSaysWhatToUse() {
        assertThatThrownBy(() ->
                        context.getEndpoint("iotcloud:control?" + COMPLETE).createProducer())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("iotcloud:control only brings messages of the cloud")
                .hasMessageContaining("iotcloud:event");
    }

    @Test
    void producerNeedsOneTopic() {
        assertThatThrownBy(() -> context.getEndpoint("iotcloud:topic?name=RAW(room/+)&" + COMPLETE)
                        .createProducer())
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("a producer needs one topic");
    }

    @Test
    void unescapedPlusInTheSecretIsRepaired() {
        IotCloudEndpoint endpoint = context.getEndpoint(
                "iotcloud:event?" + DEVICE + "&deviceSecret=ab+c/efgAAECAwQFBgcICQ==", IotCloudEndpoint.class);
        IotCloudEndpoint raw = context.getEndpoint(
                "iotcloud:event?" + DEVICE + "&deviceSecret=RAW(ab+c/efgAAECAwQFBgcICQ==)", IotCloudEndpoint.class);
        assertThat(endpoint.sessionSettings(endpoint.identity())).isEqualTo(raw.sessionSettings(raw.identity()));
    }

    @Test
    void negativeConnectRateStopsTheComponent() {
        IotCloudComponent component = new IotCloudComponent(context);
        component.setMaxConnectRate(-1);
        assertThatThrownBy(component::start)
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("Option maxConnectRate=-1: use at least 1 attempt per second, or 0 for no limit");
    }

    @Test
    void secretResolverBeanIsFoundByItsType() {
        context.getRegistry().bind("mySecrets", (SecretResolver) identity -> SECRET);
        IotCloudEndpoint endpoint = context.getEndpoint("iotcloud:event?" + DEVICE, IotCloudEndpoint.class);
        assertThat(endpoint.sessionSettings(endpoint.identity())
                        .credentials()
                        .next()
                        .password())
                .endsWith(";hmacsha256");
    }

    @Test
    void resolverThatDoesNotKnowTheDeviceSaysSo() {
        context.getRegistry().bind("mySecrets", (SecretResolver) identity -> null);
        IotCloudEndpoint endpoint = context.getEndpoint("iotcloud:event?" + DEVICE, IotCloudEndpoint.class);
        assertThatThrownBy(() -> endpoint.sessionSettings(endpoint.identity())
                        .credentials()
                        .next())
                .hasMessageContaining("it knows no secret for device ABC1234567/dev-01");
    }

    @ParameterizedTest
    @CsvSource({
        "guangzhou, tcp://ABC1234567.iotcloud.tencentdevices.com:1883",
        "us-east,   tcp://ABC1234567.us-east.iotcloud.tencentdevices.com:1883",
        "europe,    tcp://ABC1234567.europe.iothub.tencentdevices.com:1883",
        "bangkok,   tcp://ABC1234567.ap-bangkok.iothub.tencentdevices.com:1883"
    })
    void regionDecidesTheAddress(String region, String address) {
        IotCloudEndpoint endpoint =
                context.getEndpoint("iotcloud:event?" + COMPLETE + "&region=" + region, IotCloudEndpoint.class);
        assertThat(endpoint.getServiceUrl()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "guangzhou, ssl://ABC1234567.iotcloud.tencentdevices.com:8883",
        "us-east,   ssl://ABC1234567.us-east.iotcloud.tencentdevices.com:8883",
        "europe,    ssl://ABC1234567.europe.iothub.tencentdevices.com:8883",
        "bangkok,   ssl://ABC1234567.ap-bangkok.iothub.tencentdevices.com:8883"
    })
    void regionHasATlsPortForWhoeverAsksForTls(String region, String address) {
        context.getRegistry().bind("tls", new SSLContextParameters());
        IotCloudEndpoint endpoint = context.getEndpoint(
                "iotcloud:event?" + COMPLETE + "&sslContextParameters=#tls&region=" + region, IotCloudEndpoint.class);
        assertThat(endpoint.getServiceUrl()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://[::1]:1884,         tcp://[::1]:1884",
        "tcp://10.0.0.1,           tcp://10.0.0.1:1883",
        "ssl://broker.example,     ssl://broker.example:8883",
        "ws://broker.example,      ws://broker.example:80/mqtt",
        "wss://broker.example,     wss://broker.example:443/mqtt",
        "wss://[fe80::1]:9443/a/b, wss://[fe80::1]:9443/a/b",
        "ws://broker.example:80/,  ws://broker.example:80/"
    })
    void brokerUrlWinsOverRegion(String brokerUrl, String address) {
        IotCloudEndpoint endpoint = context.getEndpoint(
                "iotcloud:event?" + COMPLETE + "&region=europe&brokerUrl=" + brokerUrl, IotCloudEndpoint.class);
        assertThat(endpoint.getServiceUrl()).isEqualTo(address);
    }

    @Test
    void tuningOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> Transports.create("paho", "text"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("PahoConfiguration");
        assertThatThrownBy(() -> Transports.create("hivemq", "text"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("takes no configuration");
    }
}
