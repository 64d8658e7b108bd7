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
package io.github.cameliotcloud.simulator;

import java.util.Optional;
import java.util.Set;

import io.github.cameliotcloud.simulator.certificate.CertificateAuthority;
import io.github.cameliotcloud.simulator.certificate.IssuedCertificate;

/**
 * How secure ports shall be.
 *
 * @param authority empty for a new one
 * @param serverCertificate empty for one of the authority
 * @param protocols such as {@code TLSv1.2}
 */
record TlsConfig(
        Optional<CertificateAuthority> authority,
        Optional<IssuedCertificate> serverCertificate,
        Set<String> protocols) {}
