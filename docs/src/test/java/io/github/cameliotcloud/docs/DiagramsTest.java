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
package io.github.cameliotcloud.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;

/**
 * The diagrams in images are drawn from the text beside them, which this does anew with -Ddocs.update=true. The drawing
 * depends on the fonts of the machine, so what is compared is the sum of the text, which the image carries.
 */
class DiagramsTest {

    private static final Path IMAGES = Path.of("images");
    private static final FileFormatOption SVG = new FileFormatOption(FileFormat.SVG, false);

    @TestFactory
    Stream<DynamicTest> imageIsDrawnFromItsText() throws IOException {
        List<Path> texts;
        try (Stream<Path> files = Files.list(IMAGES)) {
            texts = files.filter(file -> file.toString().endsWith(".puml"))
                    .sorted()
                    .toList();
        }
        return texts.stream().map(text -> DynamicTest.dynamicTest(text.getFileName() + "", () -> check(text)));
    }

    private static void check(Path text) throws Exception {
        Path image = Path.of(text.toString().replace(".puml", ".svg"));
        String drawn = draw(Files.readString(text));
        String sum = "SHA-256 "
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(text)));
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(image, "<!-- drawn from " + text.getFileName() + ", " + sum + " -->\n" + drawn + "\n");
        }
        assertTrue(
                Files.readString(image).contains(sum),
                () -> image + " is out of date: ./mvnw -Pdocs -pl docs test -Ddocs.update=true");
    }

    private static String draw(String text) throws IOException {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        new SourceStringReader(text).outputImage(drawn, SVG);
        String image = drawn.toString(StandardCharsets.UTF_8);
        assertFalse(image.contains("Syntax Error"), () -> image);
        return image;
    }
}
