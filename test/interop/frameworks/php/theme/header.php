<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>The badge in a theme</title>
    <link rel="icon" href="data:,">
    <?php wp_head(); ?>
  </head>
  <body>
