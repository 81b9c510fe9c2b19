<?php

declare(strict_types=1);

add_action('wp_enqueue_scripts', function (): void {
    // Under a name of its own, so that other modules of the site import the same file.
    wp_register_script_module('session-id-badge', get_theme_file_uri('assets/cdn.js'), [], '0.2.0');
    wp_enqueue_script_module('example/support-code', get_theme_file_uri('assets/support-code.js'), ['session-id-badge'], '4.2.0');
});

/** Whether the customer is signed in, in WordPress `is_user_logged_in()`. Null on a page that everybody gets from a cache. */
function example_is_signed_in(): ?bool
{
    return match ($_GET['signed-in'] ?? null) {
        'true' => true,
        'false' => false,
        default => null,
    };
}

/** The attribute that tells the badge. */
function example_signed_in_attribute(): string
{
    $is_signed_in = example_is_signed_in();
    // PHP writes false as an empty string, which means true to the badge.
    return $is_signed_in === null ? '' : sprintf('signed-in="%s"', esc_attr(json_encode($is_signed_in)));
}
