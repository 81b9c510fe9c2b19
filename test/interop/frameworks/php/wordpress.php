<?php
/**
 * Stands in for WordPress, and shows the theme: those of its functions that the theme calls, by their names and doing what
 * they do there. Script modules are printed where it prints them for a classic theme: at the end of the body.
 */

declare(strict_types=1);

// PHP's own server asks this file first: false means that it sends the file itself.
if (preg_match('~^/theme/assets/[\w/-]+\.js$~', parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH))) {
    return false;
}

$actions = [];
/** By name: address and the names of those that it imports. */
$script_modules = [];
$enqueued = [];

function add_action(string $hook, callable $action): void
{
    $GLOBALS['actions'][$hook][] = $action;
}

function do_action(string $hook): void
{
    foreach ($GLOBALS['actions'][$hook] ?? [] as $action) {
        $action();
    }
}

function esc_attr(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE);
}

function get_theme_file_uri(string $file): string
{
    return "/theme/$file";
}

/** @param list<string> $deps */
function wp_register_script_module(string $id, string $src, array $deps = [], string $version = ''): void
{
    $GLOBALS['script_modules'][$id] = ['src' => $version == '' ? $src : "$src?ver=$version", 'deps' => $deps];
}

/** @param list<string> $deps */
function wp_enqueue_script_module(string $id, string $src, array $deps = [], string $version = ''): void
{
    wp_register_script_module($id, $src, $deps, $version);
    $GLOBALS['enqueued'][] = $id;
}

function print_script_modules(): void
{
    global $script_modules, $enqueued;
    $imports = [];
    foreach ($enqueued as $id) {
        foreach ($script_modules[$id]['deps'] as $dependency) {
            $imports[$dependency] = $script_modules[$dependency]['src'];
        }
    }
    $map = json_encode(['imports' => (object) $imports], JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
    echo "<script type=\"importmap\" id=\"wp-importmap\">\n$map\n</script>\n";
    foreach ($enqueued as $id) {
        printf("<script type=\"module\" src=\"%s\" id=\"%s-js-module\"></script>\n", esc_attr($script_modules[$id]['src']), esc_attr($id));
    }
}

function wp_head(): void
{
    do_action('wp_enqueue_scripts');
    do_action('wp_head');
}

function wp_footer(): void
{
    do_action('wp_footer');
}

function get_header(): void
{
    require __DIR__ . '/theme/header.php';
}

function get_footer(): void
{
    require __DIR__ . '/theme/footer.php';
}

add_action('wp_footer', 'print_script_modules');
require __DIR__ . '/theme/functions.php';
require __DIR__ . '/theme/index.php';
