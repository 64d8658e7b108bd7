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

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.SendDynamicAware;
import org.apache.camel.spi.annotations.SendDynamic;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.service.ServiceSupport;

import io.github.cameliotcloud.error.InvalidOptionException;

/**
 * Looks at the URIs that {@code toD} makes, before Camel takes them apart: whoever chooses a header's value must not
 * choose other options with it. What gets past here is checked as one option's value like any other. A refused URI is
 * never quoted, whereas Camel would put it into messages and logs as a whole, as it is and secrets included.
 */
@SendDynamic(IotCloudConstants.SCHEME)
public final class IotCloudSendDynamicAware extends ServiceSupport implements SendDynamicAware {

    private static final String OPTION = "toD";
    private static final int LONGEST_URI = 4096;
    private static final Pattern EXPRESSION = Pattern.compile("\\$(simple)?\\{[^}]*}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    /** What begins another option, a raw value, a property placeholder or a reference to a bean; Camel may decode twice. */
    private static final Pattern STRUCTURE = Pattern.compile("&|%(25)*26|RAW[({]|\\{\\{|%(25)*7[bB]|=\\s*(#|%(25)*23)");

    private CamelContext camelContext;
    private String scheme;

    @Override
    public DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) {
        if (uri.length() > LONGEST_URI) {
            throw refused("the URI has " + uri.length() + " characters, but may have " + LONGEST_URI);
        }
        if (INVISIBLE.matcher(uri).find()) {
            throw refused("the URI has a line break or another invisible character");
        }
        String template = EndpointHelper.resolveEndpointUriPropertyPlaceholders(camelContext, originalUri);
        if (!structure(uri).equals(structure(EXPRESSION.matcher(template).replaceAll("")))) {
            throw refused("an expression adds '&', RAW(, {{ or # to the URI, and so would change other options");
        }
        return null; // nothing to optimise: the endpoint is the one of the URI
    }

    private static List<String> structure(String uri) {
        return STRUCTURE.matcher(uri).results().map(MatchResult::group).toList();
    }

    private static InvalidOptionException refused(String reason) {
        return InvalidOptionException.secret(
                OPTION, reason + "; check what its expressions are made of before, such as with validate()");
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return null;
    }

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public void setScheme(String scheme) {
        this.scheme = scheme;
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }
}
