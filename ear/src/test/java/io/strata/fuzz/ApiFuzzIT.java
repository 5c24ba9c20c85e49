package io.strata.fuzz;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.ApiToken;
import io.strata.testing.Contract;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked by whomever, the answer is one that is described, and none is a failure of the server. Each operation
 * is asked by an administrator of the installation, a member, an agent, a viewer, a stranger and nobody, as described and
 * broken.
 *
 * <p>A run asks what its seed says: {@code -Dstrata.fuzz.seed} is 1 unless another is given. It ends after
 * {@code -Dstrata.fuzz.requests} (3,000) or {@code -Dstrata.fuzz.seconds} (60), whichever comes first.
 */
@AgainstStrata
class ApiFuzzIT {

    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("strata.fuzz.seconds", 60));
    private static final int REQUESTS = Integer.getInteger("strata.fuzz.requests", 3_000);
    private static final long SEED = Long.getLong("strata.fuzz.seed", 1);
    private static final Duration LONGEST = Duration.ofSeconds(45);
    private static final int CLIENTS = 4;
    private static final int[] ODDITIES = {0, 12, 4};

    /** What would take the ground from under the fuzzer, or from under the other tests. */
    private static final Set<String> LEFT_OUT = Set.of(
            "auth_logout",
            "signIn_endAll",
            "job_start",
            "job_restart",
            "audit_verify",
            "account_changePassword",
            "account_change",
            "secondFactor_begin",
            "rateLimit_limitRole",
            "people_deactivate",
            "project_delete",
            "workspace_delete");

    private final World world;
    private final Contract contract;
    private final Map<String, Integer> findings = new TreeMap<>();
    private final Map<String, Integer> statuses = new TreeMap<>();

    ApiFuzzIT(World world) {
        this.world = world;
        this.contract = world.contract();
    }

    /** Somebody who asks. */
    private record Asking(String name, Api api) {}

    @Test
    void answersNothingThatIsNotDescribed() throws Exception {
        TestProject project = world.project();
        Map<String, List<String>> known = known(project);
        long end = System.nanoTime() + LENGTH.toNanos();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(SEED + client);
                Callable<Integer> asking =
                        () -> ask(new Requests(contract, random, known), random, callers(project), end);
                running.add(clients.submit(asking));
            }
            int asked = 0;
            for (Future<Integer> one : running) {
                asked += one.get();
            }
            System.out.println("Fuzzed with " + asked + " requests: " + statuses);
        } finally {
            clients.shutdownNow();
        }
        assertThat(statuses).containsKeys("200", "404", "422");
        assertThat(findings.entrySet())
                .as("what is not as described (seed " + SEED + ")")
                .isEmpty();
    }

    private int ask(Requests requests, Random random, List<Asking> callers, long end) {
        List<Contract.Operation> operations = contract.operations().stream()
                .filter(operation -> operation.path().startsWith("/api/"))
                .filter(operation -> !LEFT_OUT.contains(operation.id()))
                .toList();
        int asked = 0;
        while (asked < REQUESTS / CLIENTS && System.nanoTime() < end) {
            Contract.Operation operation = operations.get(random.nextInt(operations.size()));
            Asking caller = callers.get(random.nextInt(callers.size()));
            int oddity = ODDITIES[random.nextInt(ODDITIES.length)];
            HttpRequest.Builder request = requests.make(operation, caller.api(), oddity);
            hold(operation, caller, request);
            asked++;
        }
        return asked;
    }

    private void hold(Contract.Operation operation, Asking caller, HttpRequest.Builder request) {
        HttpRequest sent = request.build();
        // not held by the client itself: this collects what it finds, and the client would look for another operation
        Answer answer;
        try {
            answer = patiently(caller, request.timeout(LONGEST));
        } catch (UncheckedIOException e) {
            note(operation, caller, sent, "no answer: " + e.getCause());
            return;
        }
        List<String> differences = contract.find(sent.method(), sent.uri().getRawPath())
                .filter(found -> found.id().equals(operation.id()))
                .map(found -> contract.differences(found, sent.uri(), answer))
                .orElse(List.of());
        synchronized (this) {
            statuses.merge(Integer.toString(answer.status()), 1, Integer::sum);
            if (answer.status() >= 500) {
                String text = answer.text();
                note(operation, caller, sent, "answers " + text.substring(0, Math.min(text.length(), 300)));
            }
            differences.forEach(difference -> note(operation, caller, sent, difference));
        }
    }

    /** On a busy machine a store may be too slow for once; one that is away is so a second later as well. */
    private static Answer patiently(Asking caller, HttpRequest.Builder request) {
        Answer answer = caller.api().sendUnheld(request);
        if (answer.status() == 503) {
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            return caller.api().sendUnheld(request);
        }
        return answer;
    }

    private synchronized void note(Contract.Operation operation, Asking caller, HttpRequest sent, String what) {
        String address = sent.uri().toString();
        String finding = operation.id() + ": "
                + what.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…").replaceAll("\\d+", "#");
        if (findings.merge(finding, 1, Integer::sum) == 1) {
            System.out.println("FUZZ " + finding + " | " + caller.name() + " " + sent.method() + " "
                    + address.substring(0, Math.min(address.length(), 300)));
        }
    }

    private List<Asking> callers(TestProject project) {
        return List.of(
                new Asking("administrator", world.administrator()),
                new Asking("owner", project.workspace().member("OWNER")),
                new Asking("member", project.workspace().member("MEMBER")),
                new Asking("agent", world.as(project.workspace().agent("MEMBER"))),
                new Asking(
                        "limited",
                        ApiToken.of(
                                        world,
                                        project.workspace().member("MEMBER"),
                                        "actions",
                                        List.of("node_read", "node_write"))
                                .api()),
                new Asking("viewer", project.workspace().member("VIEWER")),
                new Asking("stranger", world.as(world.person())),
                new Asking("nobody", world.anonymous()));
    }

    /** Things of every kind, so that what is asked for often exists. */
    private Map<String, List<String>> known(TestProject project) {
        Api api = project.api();
        String workspace = project.workspace().id().toString();
        Answer component = project.component("Part");
        Answer other = project.component("Other part");
        Answer issue = project.issue("Issue");
        Answer second = project.issue("Second");
        project.link(issue, "blocks", second);
        String cycle = id(api.post(
                project.path("/cycles"), object("name", "C", "start_date", "2026-01-01", "end_date", "2026-01-31")));
        String comment = id(api.post("/nodes/" + issue.id() + "/comments", object("text", "Words")));
        String topic = id(api.post("/workspaces/" + workspace + "/topics", object("name", "T", "description", "D")));
        String webhook = id(api.post(
                project.path("/webhooks"), object("url", "https://example.com/h", "events", List.of("webhook.test"))));
        String rule = id(api.post(
                "/workspaces/" + workspace + "/rules",
                object("effect", "deny", "action", "topic_manage", "role", "viewer")));
        String claim = id(api.post("/nodes/" + issue.id() + "/claims", object("lease_seconds", 600)));
        Answer worker = api.post(
                "/workspaces/" + workspace + "/agents",
                object("handle", "fuzzed-" + project.key().toLowerCase(Locale.ROOT), "display_name", "Worker"));
        String token =
                ApiToken.ofAgent(world, api, worker.mustBe(201).id()).id().toString();
        String group = id(api.post("/workspaces/" + workspace + "/groups", object("name", "Crew", "role", "viewer")));
        String request = world.as(project.workspace().agent("MEMBER"))
                .delete("/nodes/" + other.id())
                .mustBe(202)
                .text("id");
        String person = project.workspace().join("MEMBER").id().toString();
        List<String> nodes = List.of(
                component.text("id"),
                other.text("short_id"),
                issue.text("short_id"),
                issue.text("id"),
                second.text("id"));
        Map<String, List<String>> known = new HashMap<>();
        for (String name : new String[] {"node", "target", "from", "to", "node_id", "parent_id", "target_id"}) {
            known.put(name, nodes);
        }
        for (String name : new String[] {"actor", "assignee_id", "actor_id"}) {
            known.put(name, List.of(person));
        }
        known.put("workspace", List.of(workspace));
        known.put("workspace_id", List.of(workspace));
        known.put("project", List.of(project.id().toString()));
        known.put("project_id", List.of(project.id().toString()));
        known.put("cycle", List.of(cycle));
        known.put("cycle_id", List.of(cycle));
        known.put("comment", List.of(comment));
        known.put("topic", List.of(topic));
        known.put("topic_id", List.of(topic));
        known.put("topic_ids", List.of(topic));
        known.put("webhook", List.of(webhook));
        known.put("agent", List.of(worker.text("id")));
        known.put("token", List.of(token));
        known.put("group", List.of(group));
        known.put("group_id", List.of(group));
        known.put("owner_handle", List.of(world.strata().administratorHandle()));
        known.put("claim", List.of(claim));
        known.put("request", List.of(request));
        known.put("channels", List.of("user:me", "project:" + project.id(), "node:" + issue.id() + ",user:me"));
        known.put("after", List.of("0", "10"));
        known.put("Last-Event-ID", List.of("10"));
        known.put("rule", List.of(rule));
        known.put("fields", List.of("id", "id,title", "node.title", "name", "items"));
        known.put("layers", List.of("1", "2,3", "1,2,3"));
        known.put("status", List.of("todo", "done", "open", "ready"));
        known.put("events", List.of("node.*", "webhook.test"));
        known.put("If-Match", List.of("*", "\"made-up\""));
        return known;
    }

    private static String id(Answer made) {
        return made.mustBe(201).text("id");
    }
}
