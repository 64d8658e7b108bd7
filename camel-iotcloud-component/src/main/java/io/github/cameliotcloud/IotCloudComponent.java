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

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;

import io.github.cameliotcloud.error.InvalidOptionException;
import io.github.cameliotcloud.fleet.Shard;
import io.github.cameliotcloud.session.DeviceSession;
import io.github.cameliotcloud.session.SessionLease;
import io.github.cameliotcloud.session.SessionRegistry;
import io.github.cameliotcloud.session.SessionSettings;
import io.github.cameliotcloud.shadow.ShadowCodec;

/**
 * Exchanges device shadows, events and control messages with Tencent Cloud IoT Hub over signed MQTT. Owns what its
 * endpoints share: one session for each device, and the threads.
 */
@Component(IotCloudConstants.SCHEME)
public class IotCloudComponent extends HealthCheckComponent implements SSLContextParametersAware {

    @Metadata(description = "Options for all endpoints; an endpoint may set its own.")
    private IotCloudConfiguration configuration = new IotCloudConfiguration();

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether endpoints without sslContextParameters use those of the Camel context.")
    private boolean useGlobalSslContextParameters;

    @Metadata(
            label = "advanced",
            defaultValue = "1000",
            description =
                    "Most connection attempts per second of all devices together, at start and after an outage; 0 for"
                            + " no limit. The attempts are spread at random around that rate.")
    private int maxConnectRate = 1000;

    private volatile InstantSource clock = Clock.systemUTC();
    private final InstantSource time = () -> clock.instant();
    private final SessionRegistry sessions = new SessionRegistry(this::newSession, time);
    private final ShadowCodec shadowCodec = new ShadowCodec(); // much larger than a device, and takes any number
    private final ShardCounts shardCounts = new ShardCounts();
    private final SharedTransports transports = new SharedTransports();
    private Pools pools;
    private TlsContexts tlsContexts;
    private volatile Meters meters = Meters.NONE;

    public IotCloudComponent() {}

    public IotCloudComponent(CamelContext context) {
        super(context);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Channel channel = Channel.parse(remaining);
        UriParameterChecks.check(parameters);
        Object fleet = FleetParameter.nameIn(parameters, configuration.getFleet());
        FleetParameter.readFile(parameters, getCamelContext());
        SecretParameterChecks.check(parameters);
        IotCloudEndpoint endpoint = new IotCloudEndpoint(uri, this, channel, options(parameters));
        setProperties(endpoint, parameters);
        SecretParameterChecks.checkUnknown(parameters);
        OptionChecks.check(channel, endpoint.getConfiguration(), endpoint.tls());
        if (endpoint.getConfiguration().getShard() != null) {
            shardCounts.check(fleet, Shard.parse(endpoint.getConfiguration().getShard()));
        }
        return endpoint;
    }

    /** A device that is set for all endpoints is not meant for one that names a fleet. */
    private IotCloudConfiguration options(Map<String, Object> parameters) {
        IotCloudConfiguration options = configuration.copy();
        if (FleetParameter.isSet(parameters)) {
            options.setProduct(null);
            options.setDevice(null);
            options.setDeviceSecret(null);
        }
        return options;
    }

    @Override
    protected void doBuild() throws Exception {
        super.doBuild();
        SensitiveOptions.maskIn(getCamelContext());
    }

    @Override
    protected void doStart() throws Exception {
        if (maxConnectRate < 0) {
            throw new InvalidOptionException(
                    "maxConnectRate", maxConnectRate, "use at least 1 attempt per second, or 0 for no limit");
        }
        super.doStart();
        pools = new Pools(getCamelContext(), time, maxConnectRate);
        tlsContexts = new TlsContexts(getCamelContext());
        meters = MetersFactory.create(getCamelContext(), sessions);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        meters.close();
        shardCounts.clear();
        if (pools != null) {
            // the producers of a template are stopped behind the component, and need its threads for that
            sessions.whenUnused().thenRun(pools::shutdown);
            pools = null;
            tlsContexts = null;
        }
    }

    public IotCloudConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(IotCloudConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }

    public int getMaxConnectRate() {
        return maxConnectRate;
    }

    public void setMaxConnectRate(int maxConnectRate) {
        this.maxConnectRate = maxConnectRate;
    }

    /** @param clock tells the time that signatures expire; for tests */
    public void setClock(InstantSource clock) {
        this.clock = clock;
    }

    /** @return the clock of the moment, which a test may replace */
    InstantSource time() {
        return time;
    }

    Pools pools() {
        return pools;
    }

    TlsContexts tlsContexts() {
        return tlsContexts;
    }

    ShadowCodec shadowCodec() {
        return shadowCodec;
    }

    Meters meters() {
        return meters;
    }

    SessionLease acquire(SessionSettings settings, String owner) {
        return sessions.acquire(settings, owner);
    }

    /** @return the sessions in use, for monitoring */
    public SessionRegistry sessions() {
        return sessions;
    }

    private DeviceSession newSession(SessionSettings settings) {
        DeviceSession session = new DeviceSession(
                settings, transports.of(settings.transport(), settings.transportConfiguration()), pools.runtime());
        session.addListener(new ReconnectCounter(meters));
        return session;
    }
}
